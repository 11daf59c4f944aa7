package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;

/** Choosing a file, with the latest that were brought in. */
public record ImportsPage(Form form, List<Option> subjects, List<Row> latest) {

    /** One that was brought in. */
    public record Row(String url, String name, String detail, Tone tone, String state) {}
}
