package org.convergence.home.web;

import java.time.Instant;
import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * How one is reminded.
 *
 * @param since when the calendar's address was made, {@code null} where there is none
 * @param address the one just made, shown this once
 * @param mailSet whether the Monday mail can leave
 */
public record RemindersPage(
        Form form,
        List<Option> choices,
        @Nullable Instant since,
        @Nullable String address,
        boolean mailSet) {

    /** The same for programs that subscribe at a touch. */
    public String subscribing() {
        return address == null ? "" : address.replaceFirst("^https?:", "webcal:");
    }
}
