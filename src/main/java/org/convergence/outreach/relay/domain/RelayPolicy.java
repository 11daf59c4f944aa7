package org.convergence.outreach.relay.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.Relay.RelayKit.KitText;
import org.convergence.outreach.relay.domain.Relay.RelayState;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.fetch.FeedReader.ReadEntry;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** The degrees of evidence of a relay (R-MAIL-12). Evidence that stands is not lost by a later, weaker statement. */
final class RelayPolicy {

    private static final Set<RelayState> ANSWERS =
            EnumSet.of(RelayState.TAKEN, RelayState.DECLARED, RelayState.DECLINED);

    /** A title with fewer characters is found only where it is the whole title of the post. */
    private static final int SHORTEST_PART = 12;

    private RelayPolicy() {}

    /** Whether the organisation may answer with a state: until staff saw or kept the publication. */
    static boolean mayAnswer(RelayState now, RelayState answer) {
        return ANSWERS.contains(answer) && now != RelayState.SEEN && now != RelayState.KEPT;
    }

    /** Whether an answer adds what the organisation alone knows to a publication that staff saw or kept. */
    static boolean mayComplete(RelayState now, RelayState answer) {
        return answer == RelayState.DECLARED && (now == RelayState.SEEN || now == RelayState.KEPT);
    }

    /** Whether staff may record that they saw or kept a publication: what was seen is kept, not the other way round. */
    static boolean mayRecord(RelayState now, RelayState evidence) {
        return (evidence == RelayState.SEEN && now != RelayState.KEPT) || evidence == RelayState.KEPT;
    }

    /**
     * Whether a post of a feed may be a kit, for a person to say: it can be opened, came out on the day on which the kit
     * left or later, and has its title in one of its languages, or the address of its text.
     */
    static boolean mayBe(RelayKit kit, ReadEntry post, LocalDate publishedOn, ZoneId zone) {
        return post.url() != null
                && PlanAttribution.isLink(post.url())
                && kit.sentAt() != null
                && !publishedOn.isBefore(kit.sentAt().atZone(zone).toLocalDate())
                && (hasTitle(kit, post.title()) || hasAddress(kit.url(), post));
    }

    private static boolean hasTitle(RelayKit kit, String title) {
        String found = " " + TextNormalizer.fold(title) + " ";
        return Stream.concat(Stream.of(kit.title()), kit.texts().stream().map(KitText::title))
                .map(each -> " " + TextNormalizer.fold(each) + " ")
                .anyMatch(each -> each.length() > SHORTEST_PART + 1 ? found.contains(each) : found.equals(each));
    }

    /** Whether the post is at the address, or holds it; the address of a whole site is that of no text. */
    private static boolean hasAddress(@Nullable String url, ReadEntry post) {
        String ours = url == null ? "" : bare(url);
        return ours.contains("/")
                && Stream.concat(Stream.ofNullable(post.url()), post.links().stream())
                        .map(RelayPolicy::bare)
                        .anyMatch(each ->
                                each.equals(ours) || each.startsWith(ours + "?") || each.startsWith(ours + "#"));
    }

    private static String bare(String url) {
        return url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/+(?=[?#]|$)", "");
    }
}
