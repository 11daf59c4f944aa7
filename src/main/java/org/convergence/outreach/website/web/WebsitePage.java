package org.convergence.outreach.website.web;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.outreach.website.domain.PublishedEntryQueries.ArchivedIssue;
import org.convergence.outreach.website.domain.WebsiteRequest;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestKind;
import org.convergence.outreach.website.domain.WebsiteSettings;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The pages of this module. */
public final class WebsitePage {

    static final String PATH = "/outreach/website";
    static final String PUBLIC = "/public/website";

    private WebsitePage() {}

    /**
     * The page of the person who looks after the website.
     *
     * @param frames a form or list to embed, by its name
     * @param feeds a feed, by its name
     */
    public record WebsiteOverview(
            WebsiteSettings settings,
            String publicUrl,
            List<EmbeddedFrame> frames,
            List<FeedAddress> feeds,
            int subscribed,
            List<WebsiteRequest> requests,
            boolean mayAnswer,
            boolean mayMakeProspects,
            boolean mayDecide) {}

    /**
     * What to paste.
     *
     * @param form what is in the frame: subscribe, calendar, join or ask
     * @param snippet HTML, as text
     * @param preview address of the page in the frame
     */
    public record EmbeddedFrame(String form, String name, String url, String snippet, String preview) {}

    /** A feed in its three formats; without calendar if nothing in it has a day. */
    public record FeedAddress(
            String name, String atom, String json, @Nullable String calendar) {}

    /**
     * The form of the settings.
     *
     * @param hasSender whether the organisation has a mailing address and a contact, without which nobody can subscribe
     */
    public record WebsiteSettingsPage(Form form, boolean hasSender) {}

    /**
     * What all public pages show.
     *
     * @param address of the page, to which the language switch adds its parameter
     */
    public record PublicFrame(Words t, String us, String address, List<Option> languages, WebsiteSettings offered) {

        /** The kinds of forms that are offered. */
        public List<WebsiteRequestKind> forms() {
            return Stream.of(WebsiteRequestKind.values())
                    .filter(offered::offers)
                    .toList();
        }

        /** An address in the language of the page. */
        public String in(String url) {
            return url + (url.contains("?") ? "&in=" : "?in=") + t.language().code();
        }
    }

    /** A published thing in a list. */
    public record EntryRow(
            String url,
            String title,
            @Nullable String when,
            @Nullable String detail,
            @Nullable String language) {}

    /** What we do, what is on, what was published lately. */
    public record PublicHomePage(PublicFrame frame, String about, List<EntryRow> coming, List<EntryRow> latest)
            implements TranslatedPage {

        @Override
        public Words words() {
            return frame.t();
        }
    }

    /** A list of published things: the calendar, or the archive. */
    public record PublicListPage(PublicFrame frame, String name, List<EntryRow> rows, boolean embedded)
            implements TranslatedPage {

        @Override
        public Words words() {
            return frame.t();
        }
    }

    /** An issue of the archive. */
    public record PublicIssuePage(PublicFrame frame, ArchivedIssue issue) implements TranslatedPage {

        @Override
        public Words words() {
            return frame.t();
        }
    }

    /**
     * A public form.
     *
     * @param outside the same page without a frame
     * @param done what was just done, and what comes next; {@code null} before
     * @param consent the words beside the box
     * @param sender address and contact of the sender (R-CASL-3)
     */
    public record PublicRequestPage(
            PublicFrame frame,
            WebsiteRequestKind kind,
            boolean embedded,
            String outside,
            @Nullable String done,
            Form form,
            FormShield shield,
            String consent,
            List<String> sender)
            implements TranslatedPage {

        @Override
        public Words words() {
            return frame.t();
        }
    }

    /** The page behind the link of a letter. */
    public record PublicConfirmPage(PublicFrame frame, WebsiteRequest request) implements TranslatedPage {

        @Override
        public Words words() {
            return frame.t();
        }
    }
}
