package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form of one person's answers about dates.
 *
 * @param pollUrl address of the question; empty for the person's own page
 * @param dates the proposed dates, in words
 * @param chosen the chosen date, in words; {@code null} while it is sought
 * @param shield of a public form; {@code null} inside the application
 */
public record DateAnswerPage(
        String person,
        String poll,
        String pollUrl,
        String action,
        List<String> places,
        List<String> dates,
        List<Option> answers,
        boolean answered,
        @Nullable String chosen,
        @Nullable FormShield shield,
        Form form) {}
