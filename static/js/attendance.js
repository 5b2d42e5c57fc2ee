// Attendance by keyboard: arrows move between learners, Home and End to the first and last. Works without it too.
(() => {
  "use strict";

  const form = document.querySelector("[data-attendance]");
  const boxes = form ? [...form.querySelectorAll("input[name=present]")] : [];
  if (!boxes.length) return;

  const count = form.querySelector("[data-count]");
  const say = () => {
    const here = boxes.filter((box) => box.checked).length;
    count.textContent = count.dataset.words.replace("{n}", here).replace("{total}", boxes.length);
  };

  const steps = { ArrowDown: (at) => at + 1, ArrowUp: (at) => at - 1, Home: () => 0, End: () => boxes.length - 1 };
  form.addEventListener("keydown", (event) => {
    const at = boxes.indexOf(event.target);
    if (event.ctrlKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      event.stopPropagation();
      form.requestSubmit();
    } else if (at >= 0 && steps[event.key]) {
      event.preventDefault();
      const next = boxes[steps[event.key](at)];
      if (next) next.focus();
    } else if (at >= 0 && event.key === "Enter") {
      // Enter would send the form with half the marks made.
      event.preventDefault();
      const next = boxes[at + 1];
      if (next) next.focus();
    }
  });

  for (const [name, checked] of [["[data-all]", true], ["[data-none]", false]]) {
    const button = form.querySelector(name);
    if (!button) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      boxes.forEach((box) => { box.checked = checked; });
      say();
    });
  }

  form.addEventListener("change", say);
  say();
  boxes[0].focus({ preventScroll: true });
})();
