package org.convergence.testing;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;

/** Someone at a keyboard, who types as slowly as on a phone; the clock runs from the beginning. */
public final class Keys {

    private static final Duration EACH_KEY = Duration.ofMillis(400);

    private final Page page;
    private final Instant begun = Instant.now();
    private int count;

    public Keys(Page page) {
        this.page = page;
    }

    public Keys type(String text) {
        count += text.length();
        page.keyboard().type(text);
        return this;
    }

    public Keys press(String key) {
        count++;
        page.keyboard().press(key);
        return this;
    }

    /** Presses until the focus is in the field. */
    public Keys pressUntil(String key, String field) {
        for (int i = 0; i < 30; i++) {
            press(key);
            if (field.equals(at())) {
                return this;
            }
        }
        throw new AssertionError("never came to " + field);
    }

    /** The field in which the focus is. */
    public Object at() {
        return page.evaluate("document.activeElement.name");
    }

    /** How many keys were pressed. */
    public int count() {
        return count;
    }

    /** What it took so far: the machine's time, and that of a slow typist. */
    public Duration time() {
        return Duration.between(begun, Instant.now()).plus(EACH_KEY.multipliedBy(count));
    }
}
