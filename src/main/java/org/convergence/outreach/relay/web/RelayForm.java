package org.convergence.outreach.relay.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentAudience.SegmentChoice;
import org.convergence.directory.segment.SegmentId;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.Relay.RelayKit.KitText;
import org.convergence.outreach.relay.domain.Relay.RelayKit.RelayKitFacts;
import org.convergence.outreach.relay.domain.RelayPictureService;
import org.convergence.outreach.relay.web.RelayPage.RelayFact;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.shell.TextSource.SourcePicture;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads and fills the form of a kit. */
@Component
public class RelayForm {

    /** The title, also for the template. */
    public static final Field<String> TITLE = Field.text("title", "relay.field.title", 200);

    /** The text. */
    public static final Field<String> BODY = Field.text("body", "relay.field.body", 10_000);

    /** The text for a bulletin with little room. */
    public static final Field<String> SHORT =
            Field.text("short", "relay.field.short", 600).optional();

    /** Where the text is on line. */
    public static final Field<String> LINK =
            Field.text("url", "relay.field.url", PlanAttribution.LONGEST_LINK).optional();

    /** The feed of an organisation's site. */
    public static final Field<String> FEED = Field.text("address", "relay.field.feed", PlanAttribution.LONGEST_LINK);

    /** The picture in words. */
    public static final Field<String> ALTERNATIVE =
            Field.text("alternative", "relay.field.alternative", 500).optional();

    /** What may be done with it. */
    public static final Field<String> LICENCE =
            Field.text("licence", "relay.field.licence", 300).optional();

    /** Author and licence of the picture. */
    public static final Field<String> CREDIT =
            Field.text("credit", "relay.field.credit", 200).optional();

    /** The last day to publish. */
    public static final Field<LocalDate> BEFORE =
            Field.date("before", "relay.field.before").optional();

    /** Whether the picture of the source goes with its text. */
    public static final String TAKE = "take";

    /** The same fields for a text in another language than the first. */
    public static Field<String> in(Field<String> field, String language) {
        return Field.text(field.name() + "-" + language, field.label(), field.longest())
                .optional();
    }

    private static final List<Field<String>> TRANSLATED = List.of(TITLE, BODY, SHORT, ALTERNATIVE);

    private final SegmentAudience segments;
    private final PlanLineOptions lines;
    private final SourceTexts texts;
    private final RelayPictureService pictures;
    private final PartyChooser chooser;
    private final PublicLanguages languages;
    private final Field<OrganisationId> organisation;
    private final OrganisationSettings settings;

    RelayForm(
            SegmentAudience segments,
            PlanLineOptions lines,
            SourceTexts texts,
            RelayPictureService pictures,
            PartyChooser chooser,
            PublicLanguages languages,
            OrganisationSettings settings) {
        this.segments = segments;
        this.lines = lines;
        this.texts = texts;
        this.pictures = pictures;
        this.chooser = chooser;
        this.languages = languages;
        this.organisation = chooser.organisation("organisation", "relay.answer.organisation");
        this.settings = settings;
    }

    /** A kit as it was typed; without a new picture, the old one stays. */
    record KitInput(
            int version, RelayKitFacts facts, @Nullable MultipartFile picture) {}

    List<Option> segments() {
        return segments.findAll().stream()
                .map(each -> Option.of(each.id(), each.name()))
                .toList();
    }

    @Nullable
    String segmentName(@Nullable SegmentId id) {
        return segments.findAll().stream()
                .filter(each -> each.id().equals(id))
                .map(SegmentChoice::name)
                .findFirst()
                .orElse(null);
    }

    List<Option> actions(Form form) {
        return lines.find(form, "action");
    }

    /** A new kit, with the text of the record from which it is made. */
    Form begin(@Nullable String from, Words t) {
        Form form = Form.blank();
        texts.findPicture(from)
                .ifPresent(picture -> form.with("taken", picture.document())
                        .with(TAKE, true)
                        .with("credit", picture.credit())
                        .with(
                                "alternative",
                                picture.alternatives()
                                        .get(settings.current().languages().get(0))));
        texts.find(from, t)
                .ifPresent(text -> form.with(SourceTexts.FROM, text.from())
                        .with("title", TextShortener.shorten(text.title(), 200))
                        .with("body", text.body())
                        .with("url", text.url())
                        .with("before", text.until())
                        .with("action", text.line()));
        return form;
    }

    /** Why no letter of a kit would leave any longer, as a message key; {@code null} while some may. */
    @Nullable
    String refusal(RelayKit kit) {
        if (kit.isOver(settings.today())) {
            return "relay.refused.over";
        }
        if (texts.isTakenBack(kit.source())) {
            return "relay.refused.taken-back";
        }
        return pictures.isTakenBack(kit) ? "relay.refused.picture-taken-back" : null;
    }

    /** The picture of the text with which a form begins; {@code null} without one. */
    @Nullable
    SourcePicture findPicture(Form form) {
        return texts.findPicture(form.value(SourceTexts.FROM)).orElse(null);
    }

    /** Where the consent of the people shown is kept, and until when it lasts. */
    public static String describeConsent(SourcePicture picture, Words t) {
        return picture.until() == null
                ? picture.consent()
                : t.say("relay.consent.until", picture.consent(), t.date(picture.until()));
    }

    /** The record of which a kit takes its text, even if it is taken back; empty if the actor may not read it. */
    Optional<RelayFact> findSource(RelayKit kit, Words t) {
        return texts.find(kit.source(), t)
                .map(text -> new RelayFact(t.say("relay.source"), text.title(), text.page()))
                .or(() -> texts.findPage(kit.source())
                        .map(page -> new RelayFact(t.say("relay.source"), t.say("relay.source.gone"), page)));
    }

    /** Codes of the languages in which a kit may be written besides the first. */
    List<String> otherLanguages() {
        return languages.otherOptions(languages.wordsFor(null)).stream()
                .map(Option::value)
                .toList();
    }

    Form open(RelayKit kit) {
        Form form = Form.blank();
        kit.texts().forEach(text -> {
            String language = String.valueOf(text.language());
            form.with(in(TITLE, language).name(), text.title())
                    .with(in(BODY, language).name(), text.body())
                    .with(in(SHORT, language).name(), text.shortText())
                    .with(in(ALTERNATIVE, language).name(), text.alternative());
        });
        return form.with("version", kit.version())
                .with("title", kit.title())
                .with("body", kit.body())
                .with("short", kit.shortText())
                .with("url", kit.url())
                .with("alternative", kit.alternative())
                .with("licence", kit.licence())
                .with("credit", kit.credit())
                .with("taken", kit.sourcePicture())
                .with(TAKE, kit.sourcePicture() == null ? null : true)
                .with("before", kit.publishBefore())
                .with("segment", kit.segment())
                .with("action", kit.action())
                .with(SourceTexts.FROM, kit.source());
    }

    KitInput read(FormValues answers) {
        UUID segment = answers.optionalId("segment");
        UUID action = answers.optionalId("action");
        String source = answers.optionalText(SourceTexts.FROM, 200);
        if (source != null && !SourceTexts.REFERENCE.matcher(source).matches()) {
            answers.form().refuse("shell.form.choice");
        }
        if (segment != null && segmentName(new SegmentId(segment)) == null) {
            answers.reject("segment", "shell.form.choice");
        }
        return new KitInput(
                answers.version(),
                new RelayKitFacts(
                        answers.get(TITLE),
                        answers.get(BODY),
                        link(answers),
                        answers.find(ALTERNATIVE),
                        answers.textOrEmpty(LICENCE),
                        answers.find(BEFORE),
                        segment == null ? null : new SegmentId(segment),
                        action == null ? null : new ActionId(action),
                        source,
                        answers.find(SHORT),
                        answers.textOrEmpty(CREDIT),
                        answers.checkbox(TAKE) && answers.file("picture") == null ? answers.optionalId("taken") : null,
                        otherLanguages().stream()
                                .flatMap(language -> readText(answers, language).stream())
                                .toList()),
                answers.file("picture"));
    }

    /** The text in another language; it is whole or empty. */
    private static Optional<KitText> readText(FormValues answers, String language) {
        if (TRANSLATED.stream().allMatch(field -> answers.find(in(field, language)) == null)) {
            return Optional.empty();
        }
        return Optional.of(new KitText(
                language,
                whole(answers, in(TITLE, language)),
                whole(answers, in(BODY, language)),
                answers.find(in(SHORT, language)),
                answers.find(in(ALTERNATIVE, language))));
    }

    private static String whole(FormValues answers, Field<String> field) {
        String text = answers.find(field);
        if (text == null) {
            answers.reject(field.name(), "shell.form.required");
        }
        return text == null ? "" : text;
    }

    static @Nullable String link(FormValues answers) {
        String url = answers.find(LINK);
        if (url != null && !PlanAttribution.isLink(url)) {
            answers.reject("url", "public.relay.refused.url");
        }
        return url;
    }

    static String readUrl(FormValues answers) {
        String url = answers.text("url", PlanAttribution.LONGEST_LINK);
        if (!url.isEmpty() && !PlanAttribution.isLink(url)) {
            answers.reject("url", "public.relay.refused.url");
        }
        return url;
    }

    Field<OrganisationId> organisation() {
        return organisation;
    }

    ChooserField chooser(Form form) {
        return chooser.knownOrganisations(form, "organisation", 1);
    }
}
