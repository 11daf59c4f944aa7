package org.convergence.directory.consent.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * To whom one may write, person by person.
 *
 * @param question what is asked, in words
 * @param settings where the organisation says what it is; {@code null} for who may not
 */
public record ConsentsPage(
        Form form,
        String question,
        List<ConsentState> rows,
        List<Option> purposes,
        List<Option> channels,
        @Nullable String first,
        @Nullable String next,
        @Nullable String settings) {}
