package org.convergence.directory.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.OptionGroup;
import org.jspecify.annotations.Nullable;

/** Exchanges that are also an action of the plan; the module that records actions has the bean. */
public interface ExchangeActivities {

    /** The lines of the plan that an exchange may serve; empty if the current actor may record no action. */
    List<OptionGroup> findLines(Form form, String field);

    /** The page of the action that an exchange is; empty if it is none. */
    Optional<String> findUrl(ExchangeId exchange);

    /**
     * Records an exchange as an action of the plan, or corrects the one that it is.
     *
     * @param line that it serves; {@code null} corrects it only
     */
    void record(ExchangeId exchange, ExchangeContent content, @Nullable UUID line);

    /** Withdraws the action that a deleted exchange was. */
    void withdraw(ExchangeId exchange);

    /** The action of an exchange that comes back counts again. */
    void restore(ExchangeId exchange, ExchangeContent content);
}
