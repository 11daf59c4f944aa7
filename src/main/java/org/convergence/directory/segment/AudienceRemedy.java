package org.convergence.directory.segment;

import java.util.List;
import java.util.Set;
import org.convergence.platform.access.CurrentActor;

/**
 * A page that settles a reason for many people at once, contributed as a bean by the module that knows them. It is
 * offered first where nobody would get a letter.
 *
 * @param reason that excludes them
 * @param permission that opens the page
 * @param text message key of what to do there
 * @param label message key of the link
 */
public record AudienceRemedy(AudienceExclusion reason, String permission, String text, String label, String url) {

    /** Those for some reasons that the current actor may open. */
    public static List<AudienceRemedy> findFor(Set<AudienceExclusion> reasons, List<AudienceRemedy> all) {
        return all.stream()
                .filter(each ->
                        reasons.contains(each.reason()) && CurrentActor.get().may(each.permission()))
                .toList();
    }
}
