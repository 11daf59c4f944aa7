package org.convergence.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Counts a user's actions on a page and computes the time that they take a practised person, by the Keystroke-Level
 * Model of Card, Moran and Newell (1980): 1.35 s to think before an action, 1.1 s to point, 0.2 s to press, 0.28 s for
 * a key. The machine's answer time is measured and added.
 */
public final class UserEffortMeter {

    private static final double THINK = 1.35;
    private static final double POINT = 1.1;
    private static final double PRESS = 0.2;
    private static final double KEY = 0.28;
    private static final double NANOS = 1_000_000_000;

    private final Page page;
    private int gestures;
    private double reckoned;
    private double waited;

    public UserEffortMeter(Page page) {
        this.page = page;
    }

    /** Points at an element and presses it. */
    public void press(String what) {
        act(THINK + POINT + PRESS, () -> first(what).click());
    }

    /** Presses an element in a menu that is opened first. */
    public void pressInMenu(String what) {
        gestures++;
        act(2 * (THINK + POINT + PRESS), () -> first(what).dispatchEvent("click"));
    }

    /** Goes to a field by the keyboard and types. */
    public void type(String field, String text) {
        act(THINK + KEY * (1 + text.length()), () -> first(field).fill(text));
    }

    /** Presses a key in the field that has the focus. */
    public void key(String key) {
        act(KEY, () -> page.keyboard().press(key));
    }

    /** Goes to a list by the keyboard and types the beginning of an entry. */
    public void select(String list, String value) {
        act(THINK + KEY * 4, () -> first(list).selectOption(value));
    }

    /** Chooses a file: its button, the file, and the confirmation of the file dialogue. */
    public void choose(String field, FilePayload file) {
        act(THINK + 3 * (POINT + PRESS), () -> first(field).setInputFiles(file));
    }

    /** Waits for what the page shows next. */
    public void await(String what) {
        measure(() -> first(what).waitFor());
    }

    private Locator first(String what) {
        return page.locator(what).first();
    }

    private void act(double seconds, Runnable act) {
        gestures++;
        reckoned += seconds;
        measure(act);
    }

    private void measure(Runnable act) {
        long begin = System.nanoTime();
        act.run();
        waited += (System.nanoTime() - begin) / NANOS;
    }

    public int countActions() {
        return gestures;
    }

    /** The time of the user and of the machine. */
    public double seconds() {
        return reckoned + waited;
    }

    /** Writes the counts to {@code target/journeys}, for {@code docs/performance.md}. */
    public void writeResult(String work) {
        String line = String.format(
                Locale.ROOT,
                "%s: %d gestures, %.0f s of a person, %.1f s of the machine%n",
                work,
                gestures,
                reckoned,
                waited);
        try {
            Path folder = Files.createDirectories(Path.of("target", "journeys"));
            Files.writeString(folder.resolve("minutes-" + work.replaceAll("\\W+", "-") + ".txt"), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
