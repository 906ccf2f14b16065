"""The web sample: priorities of an invented city, inside the chrome of a council site."""

from pathlib import Path
from typing import Any

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <title>Our priorities | Ending violence against women and girls | Port Ellery City Council</title>
  <meta property="og:site_name" content="Port Ellery City Council">
  <meta property="article:published_time" content="2025-05-06T09:00:00+01:00">
  <link rel="canonical" href="https://www.portellery.example/safer-city/vawg/our-priorities">
</head>
<body>
  <div class="cookie-banner" role="dialog" aria-label="Cookies">
    <p>We use cookies to make this site work.</p><button>Accept all</button>
  </div>
  <header role="banner">
    <a href="/"><img src="/logo.svg" alt="Port Ellery City Council"></a>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/pay">Pay</a></li></ul></nav>
  </header>
  <nav aria-label="Breadcrumb"><ol>
    <li><a href="/">Home</a></li><li><a href="/safer-city">Safer city</a></li>
  </ol></nav>
  <main id="content">
    <h1>Our priorities</h1>
    <p>The Safer Port Ellery Partnership has agreed four priorities for 2025 to 2029. The full
       <a href="/safer-city/vawg/strategy-2025-2029.pdf">strategy (PDF, 2&nbsp;MB)</a> sets out
       how each will be met.</p>
    <h2>Priority 1: Respect from the start</h2>
    <p>Work with nurseries, schools and youth clubs, so that every child grows up with a clear
       sense of respect and consent.</p>
    <h2>Priority 2: A safer night out</h2>
    <p>Light, staff and watch over the waterfront and the night buses, with women deciding what
       comes first.</p>
    <h2>Priority 3: Support without a waiting list</h2>
    <p>Counselling and advocacy within ten days for anyone who asks, in twelve languages.</p>
    <h2>Priority 4: Consequences for those who harm</h2>
    <ul>
      <li>Faster charging decisions in cases of domestic abuse</li>
      <li>A place on a behaviour change course for everyone who accepts one</li>
    </ul>
    <h2>Who to contact</h2>
    <p>Write to the partnership team at City Hall.</p>
  </main>
  <aside><h2>Related pages</h2><ul><li><a href="/safer-city/cctv">CCTV</a></li></ul></aside>
  <footer><p>Port Ellery City Council, City Hall</p><a href="/privacy">Privacy</a></footer>
</body>
</html>
"""


def make_web_page(path: Path) -> None:
    """Write the page of four priorities and no actions."""
    path.write_text(PAGE, "utf-8")


def web_page_gold() -> dict[str, Any]:
    """What a faithful reader finds on the page."""
    titles = [
        "Respect from the start",
        "A safer night out",
        "Support without a waiting list",
        "Consequences for those who harm",
    ]
    priorities = [
        {"label": f"Priority {number}", "title": title}
        for number, title in enumerate(titles, start=1)
    ]
    return {"priorities": priorities, "actions": [], "glossary": []}
