"""The page of `verbund report` for tests: made from a study, read as texts, handled as a reader does."""

import _program


def rounded(value):
    """What the page shows of a number: whole ones below a million exactly, others with four digits."""
    return value if value == int(value) and abs(value) < 1e6 else float(f"{value:.4g}")


def german(text):
    return float(text.replace(".", "").replace(",", "."))


def make_page(folder, call, *arguments, out="report.html"):
    """Results of a command (`run`, `sites`) and the page made of them."""
    results, page = folder / "results.h5", folder / out
    for each in ((*call, "--out", results, "--force", "--quiet"), ("report", results, "-o", page, *arguments)):
        done = _program.verbund(*each)
        if done.code != 0:
            raise AssertionError(f"{each}: exit {done.code}\n{done.stderr[-3000:]}")
    return results, page


def make_report(folder, study, *arguments, out="report.html"):
    return make_page(folder, ("run", study, *_program.ANNUAL), *arguments, out=out)


def table_of(browser, figure):
    """Head and all rows of a figure's table, as texts."""
    browser.run("document.querySelector(`#${arguments[0]} details`).open = true", figure)
    browser.wait("return document.querySelector(`#${arguments[0]} tbody tr`) !== null", figure)
    browser.run("for (let more; (more = document.querySelector(`#${arguments[0]} .more:not([hidden])`));) more.click()", figure)
    return browser.run("""
        const texts = (row) => [...row.cells].map((cell) => cell.textContent);
        const table = document.querySelector(`#${arguments[0]} table`);
        return [texts(table.tHead.rows[0]), [...table.tBodies[0].rows].map(texts)];""", figure)


def choose(browser, figure, control, value):
    """Sets a select or slider of a figure, as a reader does, and waits until all is drawn again."""
    browser.run("""
        const [figure, control, value] = arguments;
        const input = document.querySelector(`#${figure} [data-control="${control}"]`);
        delete document.documentElement.dataset.ready;
        input.value = String(value);
        input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', {bubbles: true}));""",
                figure, control, value)
    browser.wait_until_drawn()
