package org.convergence.testing;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;

/** Types on the keyboard as slowly as on a phone, and measures the time from its creation on. */
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

    /** Presses a key until the focus is in the field. */
    public Keys pressUntil(String key, String field) {
        for (int i = 0; i < 30; i++) {
            press(key);
            if (field.equals(at())) {
                return this;
            }
        }
        throw new AssertionError("never came to " + field);
    }

    /** The name of the focused field. */
    public Object at() {
        return page.evaluate("document.activeElement.name");
    }

    /** The number of keys pressed. */
    public int count() {
        return count;
    }

    /** The time so far: the machine's, and that of a slow typist. */
    public Duration time() {
        return Duration.between(begun, Instant.now()).plus(EACH_KEY.multipliedBy(count));
    }
}
