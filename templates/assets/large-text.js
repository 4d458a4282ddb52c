// Large text: one step up in the six sizes, remembered where the browser allows it.
// Without this script the page is whole; the button is shown only by it.
(function () {
  "use strict";
  var root = document.documentElement;
  var key = "noticeboard-text";

  // file:// pages and some in-app browsers refuse localStorage: then the choice lasts for this page.
  function remembered() {
    try { return localStorage.getItem(key) === "large"; } catch (refused) { return false; }
  }
  function remember(large) {
    try {
      if (large) { localStorage.setItem(key, "large"); } else { localStorage.removeItem(key); }
    } catch (refused) { /* the page still changes */ }
  }
  function show(large) {
    if (large) { root.setAttribute("data-text", "large"); } else { root.removeAttribute("data-text"); }
    var button = document.querySelector(".large-text");
    if (button) { button.setAttribute("aria-pressed", String(large)); }
  }

  show(remembered());
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".large-text");
    if (!button) { return; }
    show(remembered());
    button.hidden = false;
    button.addEventListener("click", function () {
      var large = button.getAttribute("aria-pressed") !== "true";
      show(large);
      remember(large);
    });
  });
  // A page taken from the back-forward cache may have been left before the choice was made.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { show(remembered()); }
  });
})();
