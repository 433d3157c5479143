//! Things to know before the rest of the page.

import type { Notice as NoticeModel, NoticeTone } from "../generated/types";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { Said } from "../parts/said";
import { words } from "../words";

const LOOKS = {
  Info: { name: "info", icon: "Info", spoken: words.information },
  Success: { name: "success", icon: "Good", spoken: words.success },
  Warning: { name: "warning", icon: "Warning", spoken: words.warning },
  Problem: { name: "problem", icon: "Problem", spoken: words.problem },
} as const satisfies Record<NoticeTone, { name: string; icon: string; spoken: string }>;

export function Notices({ notices }: { notices: NoticeModel[] }) {
  if (notices.length === 0) return null;
  return (
    <div className="notices">
      {notices.map((notice, at) => (
        <Notice key={at} notice={notice} />
      ))}
    </div>
  );
}

function Notice({ notice }: { notice: NoticeModel }) {
  const look = LOOKS[notice.tone];
  return (
    <div className={`notice notice--${look.name}`}>
      <Icon name={look.icon} />
      <div className="notice__body">
        <p className="notice__title">
          <span className="hidden">{look.spoken}: </span>
          <Said words={notice.title} />
        </p>
        {notice.text && (
          <p>
            <Said words={notice.text} />
          </p>
        )}
        {notice.action && <Button button={notice.action} />}
      </div>
    </div>
  );
}
