package org.convergence.cooperation.watch.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.watch.domain.WatchItem;
import org.convergence.cooperation.watch.domain.WatchItem.ItemTranslation;
import org.convergence.cooperation.watch.domain.WatchItem.WatchAudience;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemFacts;
import org.convergence.cooperation.watch.domain.WatchItem.WatchLead;
import org.convergence.cooperation.watch.domain.WatchItem.WatchReliability;
import org.convergence.cooperation.watch.domain.WatchPolicy;
import org.convergence.cooperation.watch.domain.WatchPolicy.PastedText;
import org.convergence.directory.people.ChosenParty;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.fetch.FetchRequest;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.CreoleTexts;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of the watch: a pasted text, an item, a partner's yes, a context, a feed. */
@Component
public record WatchForm(SinglePartyChooser parties) {

    public static final Field<String> PASTE = Field.text("paste", "watch.field.paste", 8_000);
    public static final Field<Boolean> NOTE = Field.checkbox("note", "watch.field.note");
    public static final Field<Country> COUNTRY =
            Field.of("country", "watch.field.country", WatchForm::readCountry, new Country("CA"));
    public static final Field<String> TITLE = Field.text("title", "watch.field.title", 300);
    public static final Field<String> CONTEXT =
            Field.text("context", "watch.field.context", 500).optional();
    public static final Field<WatchReliability> RELIABILITY = Field.choice(
            "reliability", "watch.field.reliability", List.of(WatchReliability.values()), WatchReliability::key);
    public static final Field<WatchAudience> AUDIENCE =
            Field.choice("audience", "watch.field.audience", List.of(WatchAudience.values()), WatchAudience::key);
    public static final Field<LocalDate> EXPIRES = Field.date("expires", "watch.field.expires");
    public static final Field<WatchLead> LEAD = Field.choice(
                    "lead", "watch.field.lead", List.of(WatchLead.values()), WatchLead::key)
            .optional();
    public static final Field<LocalDate> LEAD_BY =
            Field.date("leadBy", "watch.field.lead-by").optional();
    public static final Field<String> LEAD_URL =
            Field.text("leadUrl", "watch.field.lead-url", 500).optional();

    public static final Field<WatchAudience> YES_AUDIENCE = Field.choice(
            "audience",
            "watch.field.yes-audience",
            List.of(WatchAudience.MEMBERS, WatchAudience.PARTNERS, WatchAudience.EVERYONE),
            WatchAudience::key);
    public static final Field<LocalDate> YES_ON = Field.date("on", "watch.field.yes-on");
    public static final Field<String> YES_HOW = Field.text("how", "watch.field.yes-how", 300);

    public static final Field<LocalDate> SHARED_ON = Field.date("sharedOn", "watch.field.shared-on");
    public static final Field<String> BODY = Field.text("body", "watch.field.body", 4_000);
    public static final Field<String> ADDRESS = Field.text("address", "watch.field.address", 2_000);

    /** The languages of translations. */
    public static final List<String> LANGUAGES = List.of("en", "es", CreoleTexts.CODE);

    private static final int LONGEST_WORDS = 800;

    /** A text to keep. */
    record KeepInput(PastedText pasted, Country country, boolean isNote) {}

    /** An item as typed. */
    record WatchItemInput(int version, WatchItemFacts facts, ChosenParty contact) {}

    /** A partner's yes. */
    record YesInput(int version, WatchAudience audience, LocalDate on, String how) {}

    private static @Nullable Country readCountry(FormValues answers) {
        String code = answers.optionalText("country", 2);
        Optional<Country> country = code == null ? Optional.empty() : Country.findByCode(code);
        if (code != null && country.isEmpty()) {
            answers.reject("country", "shell.form.choice");
        }
        return country.orElse(null);
    }

    /** The typed text; without a country, the only one that it names. */
    static KeepInput readPaste(FormValues answers, Words t) {
        String text = answers.get(PASTE);
        PastedText pasted = WatchPolicy.parsePaste(text);
        if (pasted.title().isEmpty() && answers.form().problem(PASTE.name()) == null) {
            answers.reject(PASTE.name(), "watch.refused.paste");
        }
        Country country = answers.find(COUNTRY.optional());
        if (country == null && answers.form().problem(COUNTRY.name()) == null) {
            country = WatchPolicy.findCountry(text, names(t)).map(Country::new).orElse(null);
            if (country == null) {
                answers.reject(COUNTRY.name(), "watch.refused.country");
            }
        }
        return new KeepInput(pasted, country == null ? COUNTRY.standIn() : country, answers.get(NOTE));
    }

    private static Map<String, String> names(Words t) {
        return Country.findAll(t).stream().collect(Collectors.toMap(Country::code, each -> each.name(t)));
    }

    static List<Option> countries(Words t) {
        return Country.findAll(t).stream()
                .map(each -> Option.of(each.code(), each.name(t)))
                .toList();
    }

    static Form open(WatchItem it) {
        Form form = SinglePartyChooser.fill(Form.blank(), it.organisation(), it.person())
                .atVersion(it.version())
                .with(TITLE.name(), it.title())
                .with(CONTEXT.name(), it.context())
                .with(COUNTRY.name(), it.country())
                .with(RELIABILITY.name(), it.reliability())
                .with(AUDIENCE.name(), it.audience())
                .with(EXPIRES.name(), it.expiresOn())
                .with(LEAD.name(), it.lead())
                .with(LEAD_BY.name(), it.leadBy())
                .with(LEAD_URL.name(), it.leadUrl());
        it.translations().forEach(each -> form.with("words-" + each.language(), each.words()));
        return form;
    }

    WatchItemInput read(FormValues answers, boolean isNote) {
        ChosenParty contact = parties.find(answers);
        WatchLead lead = answers.find(LEAD);
        LocalDate leadBy = answers.find(LEAD_BY);
        String leadUrl = readLeadUrl(answers);
        if (lead == null && (leadBy != null || leadUrl != null)) {
            answers.reject(LEAD.name(), "watch.refused.lead");
        }
        return new WatchItemInput(
                answers.version(),
                new WatchItemFacts(
                        answers.get(COUNTRY),
                        answers.get(TITLE).replaceAll("\\s+", " "),
                        answers.textOrEmpty(CONTEXT).replaceAll("\\s+", " "),
                        answers.get(RELIABILITY),
                        isNote ? WatchAudience.TEAM : answers.get(AUDIENCE),
                        answers.get(EXPIRES),
                        isNote || answers.get(NOTE),
                        contact.known(),
                        lead,
                        leadBy,
                        leadUrl,
                        LANGUAGES.stream()
                                .flatMap(language -> Stream.ofNullable(
                                                answers.optionalText("words-" + language, LONGEST_WORDS))
                                        .map(words -> new ItemTranslation(language, words)))
                                .toList()),
                contact);
    }

    /** The facts with the partner, created in the directory if it is new. */
    WatchItemFacts find(WatchItemInput input) {
        WatchItemFacts facts = input.facts();
        return input.contact().newcomer() == null
                ? facts
                : new WatchItemFacts(
                        facts.country(),
                        facts.title(),
                        facts.context(),
                        facts.reliability(),
                        facts.audience(),
                        facts.expiresOn(),
                        facts.isNote(),
                        parties.findOrCreate(input.contact()),
                        facts.lead(),
                        facts.leadBy(),
                        facts.leadUrl(),
                        facts.translations());
    }

    /** The path of a record, of which the whole address may be pasted. */
    private static @Nullable String readLeadUrl(FormValues answers) {
        String typed = answers.find(LEAD_URL);
        if (typed == null) {
            return null;
        }
        String path = FetchRequest.parseAddress(typed).map(URI::getRawPath).orElse(typed);
        if (!SeeOther.isLocal(path) || path.length() < 2) {
            answers.reject(LEAD_URL.name(), "watch.refused.lead-url");
        }
        return path;
    }

    static YesInput readYes(FormValues answers) {
        return new YesInput(answers.version(), answers.get(YES_AUDIENCE), answers.get(YES_ON), answers.get(YES_HOW));
    }
}
