// Part of the preview only: reloads the open page when a new build can be seen, and shows the messages of a
// build that failed in a bar above the page. The server puts this script into its answers; it is in no file.
(() => {
  "use strict";
  const { page } = document.currentScript.dataset;
  const RETRY_MILLISECONDS = 1000;
  let seen = 0; // so the first answer comes at once: a page opened after a failed build has its bar too
  let bar = null;

  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  // Browsers open few connections to one server, so a page in the background must not hold one.
  const untilVisible = () =>
    new Promise((done) => {
      if (!document.hidden) {
        done();
        return;
      }
      document.addEventListener("visibilitychange", () => done(), { once: true });
    });

  const ask = async () => {
    const asking = new AbortController();
    const stop = () => asking.abort();
    document.addEventListener("visibilitychange", stop, { once: true });
    try {
      const answer = await fetch(`/.noticeboard/epoch?seen=${seen}`, {
        cache: "no-store",
        signal: asking.signal,
      });
      return await answer.json();
    } finally {
      document.removeEventListener("visibilitychange", stop);
    }
  };

  const line = (parent, text, weight) => {
    const element = document.createElement("div");
    element.textContent = text;
    element.style.fontWeight = weight;
    parent.append(element);
  };

  const show = (state) => {
    bar?.remove();
    bar = null;
    if (state.messages.length === 0) return;
    bar = document.createElement("div");
    bar.id = "noticeboard-messages";
    bar.setAttribute("role", "alert");
    Object.assign(bar.style, {
      background: "#fff4ce",
      borderBottom: "3px solid #b3261e",
      color: "#000",
      font: "16px/1.5 sans-serif",
      maxHeight: "50vh",
      overflow: "auto",
      padding: "12px 16px",
      position: "sticky",
      top: "0",
      zIndex: "1000",
    });
    line(bar, state.title, "700");
    for (const one of state.messages) {
      line(bar, [one.place, one.code, one.message].filter(Boolean).join("  "), "700");
      line(bar, one.remedy, "400");
    }
    document.body.prepend(bar);
  };

  const watch = async () => {
    for (;;) {
      await untilVisible();
      let state;
      try {
        state = await ask();
      } catch {
        if (!document.hidden) await pause(RETRY_MILLISECONDS);
        continue;
      }
      if (String(state.page) !== page) {
        location.reload();
        return;
      }
      if (state.epoch !== seen) show(state);
      seen = state.epoch;
    }
  };

  void watch();
})();
