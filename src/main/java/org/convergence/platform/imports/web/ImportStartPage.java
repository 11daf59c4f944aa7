package org.convergence.platform.imports.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;

/**
 * Choosing a file, with the latest that were brought in.
 *
 * @param key where the sentences of what is listed begin
 * @param subjects what a file may list; empty where it is one thing only
 * @param most how many lines a file may have, for each of its subjects where that differs
 */
public record ImportStartPage(String url, String key, Form form, List<Option> subjects, String most, List<Row> latest) {

    /** One that was brought in. */
    public record Row(String url, String name, String detail, Tone tone, String state) {}
}
