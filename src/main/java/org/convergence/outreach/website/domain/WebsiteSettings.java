package org.convergence.outreach.website.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestKind;
import org.convergence.platform.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation's own website may take from here.
 *
 * @param id {@code null} before they were first saved
 * @param sites origins that may show our forms in a frame
 * @param subscribe whether anyone may subscribe to the newsletter by a form
 * @param joining whether anyone may ask to join by a form
 * @param asking whether anyone may ask us something by a form
 * @param aboutFr what we do, in French; {@code null} for nothing
 */
public record WebsiteSettings(
        @Nullable UUID id,
        int version,
        List<String> sites,
        boolean subscribe,
        boolean joining,
        boolean asking,
        @Nullable String aboutFr,
        @Nullable String aboutEn,
        @Nullable String aboutEs) {

    static final String TABLE = "outreach.website_settings";

    /** The most sites. */
    public static final int MOST_SITES = 20;

    static final WebsiteSettings NONE = new WebsiteSettings(null, 0, List.of(), false, false, false, null, null, null);

    /** An origin: {@code https} and a host, perhaps with a port; {@code http} on this machine only. */
    private static final String ORIGIN =
            "https://(?:[a-z0-9-]+\\.)+[a-z0-9-]+(?::\\d{1,5})?|http://(?:localhost|127\\.0\\.0\\.1)(?::\\d{1,5})?";

    public WebsiteSettings {
        sites = List.copyOf(sites);
    }

    /** Whether a text is an origin. */
    public static boolean isOrigin(String text) {
        return text.length() <= 200 && text.matches(ORIGIN);
    }

    WebsiteSettings withoutSubscription() {
        return new WebsiteSettings(id, version, sites, false, joining, asking, aboutFr, aboutEn, aboutEs);
    }

    /** Without what we do. */
    WebsiteSettings withoutAbout() {
        return new WebsiteSettings(id, version, sites, subscribe, joining, asking, null, null, null);
    }

    /** Whether the form of a kind is offered. */
    public boolean offers(WebsiteRequestKind kind) {
        return switch (kind) {
            case SUBSCRIBE -> subscribe;
            case JOIN -> joining;
            case ASK -> asking;
        };
    }

    /** What we do in a language, else in the first in which it is written; empty if it is not written. */
    public String about(Language language) {
        String own =
                switch (language) {
                    case ENGLISH -> aboutEn;
                    case SPANISH -> aboutEs;
                    default -> aboutFr;
                };
        String first = own != null ? own : aboutFr != null ? aboutFr : aboutEn != null ? aboutEn : aboutEs;
        return first == null ? "" : first;
    }
}
