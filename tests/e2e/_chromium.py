"""A headless Chromium for the tests of pages: Debian's chromium, driven by Debian's chromedriver and Selenium."""

import base64
import json
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--hide-scrollbars",
         "--lang=de")
LONGEST_S = 120


class Browser:
    """One window with an empty profile that records console messages and requests."""

    def __init__(self, width=1280, height=900, mobile=False):
        self.profile = tempfile.TemporaryDirectory(prefix="verbund-chromium-", ignore_cleanup_errors=True)
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in (*FLAGS, f"--user-data-dir={self.profile.name}", f"--window-size={width},{height}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.driver.set_script_timeout(LONGEST_S)
        self.size(width, height, mobile)

    def size(self, width, height, mobile=False):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile})

    def close(self):
        self.driver.quit()
        self.profile.cleanup()

    def open(self, path):
        """Opens a file and waits until all its charts are drawn; seconds until then."""
        start = time.monotonic()
        self.driver.get(path.resolve().as_uri())
        self.wait_until_drawn()
        return time.monotonic() - start

    def wait_until_drawn(self):
        self.wait("return document.documentElement.dataset.ready === 'true'")

    def wait(self, script, *arguments):
        """Waits until a script gives something true, and returns it."""
        start = time.monotonic()
        while time.monotonic() - start < LONGEST_S:
            value = self.run(script, *arguments)
            if value:
                return value
            time.sleep(0.03)
        raise AssertionError(f"never true: {script}")

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def complaints(self):
        """Console messages worse than a note, since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] != "INFO"]

    def requests(self):
        """Addresses that the page asked for, since the last call."""
        messages = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"]

    def move_to(self, x, y):
        """The mouse goes to a point of the window, as a reader's would."""
        self.driver.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": x, "y": y})

    def work_seconds(self, path):
        """Time that the page's main thread is at work until all charts of a file are drawn: what opening takes on a machine
        that does nothing else, however busy this one is."""
        self.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        self.open(path)
        metrics = self.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")

    def screenshot(self):
        return base64.b64decode(self.driver.execute_cdp_cmd("Page.captureScreenshot", {})["data"])

    def pdf(self):
        """The page as printed on the paper that its style asks for."""
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
        return base64.b64decode(printed["data"])
