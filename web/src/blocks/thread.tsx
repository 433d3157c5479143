//! A conversation, oldest first.

import type { Thread as ThreadModel } from "../generated/types";
import { Button } from "../parts/button";
import { Tag } from "../parts/tag";
import { Leads } from "../parts/target";

export function Thread({ thread }: { thread: ThreadModel }) {
  return (
    <div className="thread">
      {thread.older && (
        <div className="thread__older">
          <Button button={thread.older} />
        </div>
      )}
      <ol className="thread__messages">
        {thread.messages.map((message, at) => (
          <li key={at} className={message.mine ? "message message--mine" : "message"}>
            <p className="message__head">
              <strong>{message.from}</strong> <span className="quiet">{message.when}</span>
            </p>
            {message.text.map((text, which) => (
              <p key={which}>{text}</p>
            ))}
            {message.attachments.map((link, which) => (
              <p key={which}>
                <Leads target={link.target} className="link" spoken={link.spoken}>
                  {link.label}
                </Leads>
              </p>
            ))}
            {message.status && (
              <p className="message__status">
                <Tag tag={message.status} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
