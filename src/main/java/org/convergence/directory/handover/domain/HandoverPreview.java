package org.convergence.directory.handover.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.mail.MailingPreview;

/**
 * The effects of a hand-over, shown before it is confirmed.
 *
 * @param successors the successors, by name; empty where nothing passes
 * @param letters the letters that would be sent, with their recipients
 */
public record HandoverPreview(List<Successor> successors, MailingPreview letters) {

    /** A successor, and the number of items that pass to them. */
    public record Successor(UUID person, String name, int things) {}

    /**
     * A fingerprint of the preview: if the items changed since it was shown, the new preview is shown instead of
     * handing over.
     */
    public String mark() {
        return successors.stream()
                .map(each -> each.person() + "*" + each.things())
                .collect(Collectors.joining(","));
    }
}
