//! What happened, in order.

import type { Timeline as TimelineModel } from "../generated/types";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { Press } from "../parts/press";
import { Tag } from "../parts/tag";

export function Timeline({ timeline }: { timeline: TimelineModel }) {
  return (
    <div className="panel timeline-panel">
      <ol className="timeline">
        {timeline.items.map((item, at) => (
          <li key={at} className={item.action ? "timeline__item timeline__item--open" : "timeline__item"}>
            <span className="quiet timeline__when">{item.when}</span>
            <div className="timeline__what">
              <p className="timeline__title">
                {item.icon && <Icon name={item.icon} size={20} />}
                <Press action={item.action}>{item.title}</Press>
              </p>
              {item.lines.map((line, which) => (
                <p key={which} className="quiet">
                  {line}
                </p>
              ))}
            </div>
            {item.tag && <Tag tag={item.tag} />}
          </li>
        ))}
      </ol>
      {timeline.more && (
        <div className="timeline__more">
          <Button button={timeline.more} />
        </div>
      )}
    </div>
  );
}
