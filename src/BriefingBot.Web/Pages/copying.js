// Copies a quote with its source. Without scripts the same words can be selected by hand, so the buttons are hidden until this runs.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const citation = document.getElementById(button.dataset.copies);
  const said = document.getElementById(button.dataset.says);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citation.textContent);
      said.textContent = button.dataset.copied;
    } catch {
      // No right to the clipboard, or no https: what is selected can be copied by keyboard.
      citation.closest("details").open = true;
      getSelection().selectAllChildren(citation);
      said.textContent = button.dataset.refused;
    }
  });
}
