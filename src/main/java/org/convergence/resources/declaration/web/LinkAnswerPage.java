package org.convergence.resources.declaration.web;

import java.util.List;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an organisation answers.
 *
 * @param words in the language of the page
 * @param us the asking organisation
 * @param them the answering organisation
 * @param question the whole question, with its reference date
 * @param until the last day to answer and correct, as a sentence
 * @param done the current answer, as a sentence; {@code null} for none
 * @param open whether it can still be answered
 */
public record LinkAnswerPage(
        Words words,
        String us,
        String them,
        String question,
        String until,
        @Nullable String done,
        boolean open,
        String address,
        String action,
        List<Option> languages,
        FormShield shield,
        Form form)
        implements TranslatedPage {}
