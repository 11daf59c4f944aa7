package org.convergence.resources.declaration.web;

import java.util.List;
import org.convergence.platform.publicform.Shield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An organisation says how many people it has.
 *
 * @param words in the language of the page
 * @param us who asks
 * @param them who is asked
 * @param question the whole question, with its day
 * @param until until when it can be answered and corrected, as a sentence
 * @param done what was answered, as a sentence; {@code null} where nothing was yet
 * @param open whether it can still be answered
 */
public record AnswerPage(
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
        Shield shield,
        Form form) {}
