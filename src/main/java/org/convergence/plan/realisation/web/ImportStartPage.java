package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;

/** Choosing a file, with those of the last days. */
public record ImportStartPage(Form form, List<Before> before) {

    /** A file that came before. */
    public record Before(String when, String fileName, String url, Tone tone, String state) {}
}
