//! Things to get done, each with how far it is.

import { useId } from "react";

import type { TaskList as TaskListModel } from "../generated/types";
import { useCore } from "../core/context";
import { Tag } from "../parts/tag";

export function TaskList({ list }: { list: TaskListModel }) {
  return (
    <ul className="panel tasks">
      {list.items.map((task, at) => (
        <Task key={at} task={task} />
      ))}
    </ul>
  );
}

function Task({ task }: { task: TaskListModel["items"][number] }) {
  const core = useCore();
  const id = useId();
  const { action } = task;
  const told = task.hint ? `${id}hint ${id}status` : `${id}status`;
  return (
    <li className={action ? "tasks__item tasks__item--open" : "tasks__item"}>
      <div className="tasks__name">
        {action ? (
          <button
            type="button"
            className="press press--link"
            aria-describedby={told}
            onClick={() => core.press(action)}
          >
            {task.title}
          </button>
        ) : (
          task.title
        )}
        {task.hint && (
          <span className="quiet tasks__hint" id={`${id}hint`}>
            {task.hint}
          </span>
        )}
      </div>
      <span id={`${id}status`}>
        <Tag tag={task.status} />
      </span>
    </li>
  );
}
