package org.convergence.directory.handover.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.mail.MailingPreview;

/**
 * What a hand-over would do, to be shown before it happens.
 *
 * @param successors those who take over, by name; empty where nothing passes
 * @param letters to whom a message would go
 */
public record HandoverPreview(List<Successor> successors, MailingPreview letters) {

    /** A person who takes over, and how many things. */
    public record Successor(UUID person, String name, int things) {}

    /** A mark of what is shown, so that nothing else passes than what was. */
    public String mark() {
        return successors.stream()
                .map(each -> each.person() + "*" + each.things())
                .collect(Collectors.joining(","));
    }
}
