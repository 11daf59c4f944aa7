package org.convergence.testing;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The deadlines in the calendar of a user. */
@Lazy
@Component
public class UserDeadlines {

    private final List<DeadlineSource> sources;
    private final Messages messages;
    private final OrganisationSettings settings;

    UserDeadlines(List<DeadlineSource> sources, Messages messages, OrganisationSettings settings) {
        this.sources = sources;
        this.messages = messages;
        this.settings = settings;
    }

    /** Those whose key begins with the name of a module, in French, the days included. */
    public List<Deadline> find(Actor actor, String module, LocalDate from, LocalDate to) {
        Words t = messages.in(Language.FRENCH, settings.current().zone());
        try {
            return CurrentActor.callAs(
                    actor,
                    () -> sources.stream()
                            .filter(source -> CurrentActor.get().may(source.permission()))
                            .flatMap(source -> source.between(from, to, t).stream())
                            .filter(deadline -> deadline.key().startsWith(module))
                            .toList());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
