package org.convergence.testing;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;

/** Types on the keyboard as slowly as on a phone, and measures the time from its creation on. */
public final class KeyboardTypist {

    private static final Duration EACH_KEY = Duration.ofMillis(400);

    private final Page page;
    private final Instant begun = Instant.now();
    private int count;

    public KeyboardTypist(Page page) {
        this.page = page;
    }

    public KeyboardTypist type(String text) {
        count += text.length();
        page.keyboard().type(text);
        return this;
    }

    public KeyboardTypist press(String key) {
        count++;
        page.keyboard().press(key);
        return this;
    }

    /** Presses a key until the focus is in the field. */
    public KeyboardTypist pressUntil(String key, String field) {
        for (int i = 0; i < 30; i++) {
            press(key);
            if (field.equals(focusedField())) {
                return this;
            }
        }
        throw new AssertionError("never reached " + field);
    }

    /** The name of the focused field. */
    public Object focusedField() {
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
