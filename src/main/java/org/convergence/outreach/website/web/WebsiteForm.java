package org.convergence.outreach.website.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestFacts;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestKind;
import org.convergence.outreach.website.domain.WebsiteSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;

/** The fields of the settings, and of the public forms. */
public final class WebsiteForm {

    public static final Field<String> SITES =
            Field.text("sites", "website.field.sites", 4_000).optional();
    public static final Field<Boolean> SUBSCRIBE = Field.checkbox("subscribe", "website.field.subscribe");
    public static final Field<Boolean> JOINING = Field.checkbox("joining", "website.field.joining");
    public static final Field<Boolean> ASKING = Field.checkbox("asking", "website.field.asking");
    public static final Field<String> ABOUT_FR =
            Field.text("aboutFr", "website.field.about.fr", 5_000).optional();
    public static final Field<String> ABOUT_EN =
            Field.text("aboutEn", "website.field.about.en", 5_000).optional();
    public static final Field<String> ABOUT_ES =
            Field.text("aboutEs", "website.field.about.es", 5_000).optional();

    private static final FormFields<WebsiteSettings> FIELDS = FormFields.of(
            SITES.from(it -> String.join("\n", it.sites())),
            SUBSCRIBE.from(WebsiteSettings::subscribe),
            JOINING.from(WebsiteSettings::joining),
            ASKING.from(WebsiteSettings::asking),
            ABOUT_FR.from(WebsiteSettings::aboutFr),
            ABOUT_EN.from(WebsiteSettings::aboutEn),
            ABOUT_ES.from(WebsiteSettings::aboutEs));

    private WebsiteForm() {}

    static Form open(WebsiteSettings it) {
        return FIELDS.open(it).atVersion(it.version());
    }

    static WebsiteSettings read(FormValues answers) {
        List<String> sites = new ArrayList<>();
        answers.textOrEmpty(SITES)
                .lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT).replaceAll("(?<=[^/:])/.*$", ""))
                .filter(line -> !line.isEmpty())
                .distinct()
                .forEach(sites::add);
        if (sites.size() > WebsiteSettings.MOST_SITES || !sites.stream().allMatch(WebsiteSettings::isOrigin)) {
            answers.reject(SITES.name(), "website.refused.site");
            sites.clear();
        }
        return new WebsiteSettings(
                null,
                answers.version(),
                sites,
                answers.get(SUBSCRIBE),
                answers.get(JOINING),
                answers.get(ASKING),
                answers.find(ABOUT_FR),
                answers.find(ABOUT_EN),
                answers.find(ABOUT_ES));
    }

    /** @param consent the words beside the box of a subscription, with the sender (R-CASL-3) */
    static WebsiteRequestFacts readRequest(
            FormValues answers, WebsiteRequestKind kind, String language, String consent) {
        String mail = answers.text("mail", 254).toLowerCase(Locale.ROOT);
        if (!mail.isEmpty() && !mail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            answers.reject("mail", "public.website.refused.mail");
        }
        boolean subscribes = kind == WebsiteRequestKind.SUBSCRIBE;
        if (subscribes && !answers.checkbox("agree")) {
            answers.reject("agree", "public.website.refused.agree");
        }
        String organisation = subscribes ? null : answers.optionalText("organisation", 200);
        boolean decided = kind == WebsiteRequestKind.JOIN && answers.checkbox("decided");
        if (decided && organisation == null) {
            answers.reject("organisation", "public.website.refused.decided");
        }
        return new WebsiteRequestFacts(
                kind,
                mail,
                subscribes ? "" : answers.text("name", 200),
                organisation,
                switch (kind) {
                    case SUBSCRIBE -> null;
                    case JOIN -> answers.optionalText("message", 2_000);
                    case ASK -> answers.text("message", 2_000);
                },
                language,
                subscribes ? consent : null,
                decided);
    }
}
