// Draws each canvas[data-chart] from the JSON beside it (id "chart-<name>"). The table under it says the same.
(() => {
  "use strict";
  if (typeof Chart === "undefined") return;

  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const looks = [
    { backgroundColor: colour("--tblr-primary"), pointStyle: "rect", order: 2 },
    { type: "line", borderColor: colour("--app-quiet"), backgroundColor: colour("--app-quiet"), borderDash: [4, 3], pointRadius: 3, pointStyle: "line", order: 1 },
  ];

  Chart.defaults.color = colour("--app-ink");
  Chart.defaults.borderColor = colour("--app-line");
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 13;

  for (const canvas of document.querySelectorAll("canvas[data-chart]")) {
    const source = document.getElementById(`chart-${canvas.dataset.chart}`);
    if (!source) continue;
    const drawn = JSON.parse(source.textContent);
    new Chart(canvas, {
      type: "bar",
      data: {
        labels: drawn.labels,
        datasets: drawn.series.map((one, index) => ({ label: one.label, data: one.values, ...looks[index % looks.length] })),
      },
      options: {
        animation: still ? false : { duration: 200 },
        maintainAspectRatio: false,
        plugins: { legend: { labels: { usePointStyle: true } } },
        scales: { y: { beginAtZero: true, ticks: { precision: 0 }, title: { display: true, text: drawn.axis } } },
      },
    });
  }
})();
