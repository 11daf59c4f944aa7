package org.convergence.outreach.media.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.people.ChooserField;
import org.convergence.outreach.media.domain.MediaFeed;
import org.convergence.outreach.media.domain.MediaFeed.PostProposal;
import org.convergence.outreach.media.domain.MediaPostService.MediaPost;
import org.convergence.outreach.media.domain.MediaQueries.MediaContact;
import org.convergence.outreach.media.domain.MediaQueries.MediaContactId;
import org.convergence.outreach.media.domain.MediaQueries.PostMonth;
import org.convergence.outreach.media.domain.MediaRelease;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseId;
import org.convergence.outreach.media.domain.MediaRelease.ReleaseText;
import org.convergence.outreach.media.domain.MediaRequest;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestId;
import org.convergence.outreach.media.domain.MediaService.MediaPickup;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The pages of this module. */
public final class MediaPage {

    static final String PATH = "/outreach/media";

    private MediaPage() {}

    /** The address of a request. */
    public static String url(MediaRequestId id) {
        return PATH + "/requests/" + id.value();
    }

    /** The address of a release. */
    public static String url(MediaReleaseId id) {
        return PATH + "/releases/" + id.value();
    }

    /**
     * Requests, releases, pick-up and posts on one page.
     *
     * @param feed the feed of our own site; {@code null} for none, or for people who may not edit
     */
    public record MediaOverview(
            List<MediaRequest> requests,
            List<MediaRelease> releases,
            List<MediaPickup> pickups,
            List<PostMonth> posts,
            @Nullable MediaFeed feed,
            Instant now,
            boolean mayEdit) {

        public MediaOverview {
            posts = posts.stream().filter(each -> mayEdit || each.posts() > 0).toList();
        }

        /** When the feed was read, and since when and why it is not. */
        public String describeFeed(MediaFeed shown, Words t) {
            FetchProblem problem = shown.readProblem();
            return problem == null || shown.failingSince() == null
                    ? t.say("media.feed.read", day(shown.readAt(), t))
                    : t.say(
                            "media.feed.failing",
                            day(shown.readAt(), t),
                            day(shown.failingSince(), t),
                            t.say(problem.key(), problem.arguments().toArray()));
        }

        private static String day(Instant instant, Words t) {
            return t.date(instant.atZone(t.zone()).toLocalDate());
        }
    }

    /**
     * The links to the posts of a month, and those that the feed of the site proposes.
     *
     * @param url of this page
     * @param month in words
     */
    public record MediaPostsPage(
            String url, String month, Form form, List<PostProposal> proposals, List<MediaPost> posts) {}

    /** A request with what came of it. */
    public record MediaRequestPage(String url, MediaRequest request, List<MediaPickup> pickups, boolean mayEdit) {}

    /**
     * A release.
     *
     * @param segment its name; {@code null} for none
     * @param letters the states of its letters in words; {@code null} before it was sent
     * @param isUnderEmbargo whether its embargo is still to end
     * @param isWaiting whether letters of it wait to leave
     * @param mayIssue whether the actor may issue and send it, and its embargo allows it
     */
    public record MediaReleasePage(
            String url,
            MediaRelease release,
            MediaRelease.MediaReleaseState state,
            boolean isUnderEmbargo,
            @Nullable String segment,
            @Nullable String letters,
            boolean isWaiting,
            List<MediaPickup> pickups,
            boolean isEmbargoMissed,
            boolean mayEdit,
            boolean mayIssue) {}

    /** The press contacts, by theme and country. */
    public record MediaContactsPage(
            Form form,
            List<Option> countries,
            List<MediaContact> contacts,
            Map<MediaContactId, ConsentReason> silent,
            Words t) {

        /** The countries of a contact in words; empty for all. */
        public String countriesOf(MediaContact contact) {
            return t.list(countries.stream()
                    .filter(each -> contact.countries().contains(each.value()))
                    .map(Option::label)
                    .toList());
        }
    }

    /**
     * A form.
     *
     * @param kind what is written; names the message of its title
     * @param options choices by field
     */
    public record MediaFormPage(
            String kind,
            String action,
            String cancel,
            Form form,
            Map<String, ChooserField> choosers,
            Map<String, List<Option>> options) {

        /** Whether the actor may note where an address is published, which allows us to write to it. */
        public boolean mayRecordConsent() {
            return CurrentActor.get().may(ConsentPermissions.RECORD);
        }
    }

    /** The public page of a release. */
    public record PublicReleasePage(
            Words words,
            String us,
            String address,
            List<Option> languages,
            MediaRelease release,
            ReleaseText text,
            String day)
            implements TranslatedPage {}
}
