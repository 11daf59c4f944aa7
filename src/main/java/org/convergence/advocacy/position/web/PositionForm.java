package org.convergence.advocacy.position.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.advocacy.position.domain.MandateLookup;
import org.convergence.advocacy.position.domain.MandateLookup.CitedDecision;
import org.convergence.advocacy.position.domain.Position;
import org.convergence.advocacy.position.domain.Position.MandateSource;
import org.convergence.advocacy.position.domain.Position.PositionFacts;
import org.convergence.advocacy.position.domain.Position.PositionKind;
import org.convergence.advocacy.position.domain.Position.PositionText;
import org.convergence.advocacy.position.domain.Position.Publication;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.Place;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a position, and of its publication. */
@Component
public record PositionForm(
        PartyChooser chooser,
        PeopleDirectory people,
        PlanLineOptions lines,
        SourceTexts sources,
        MandateLookup mandates,
        PublicLanguages languages) {

    public static final Field<String> TITLE = Field.text("title", "position.field.title", 300);
    public static final Field<PositionKind> KIND =
            Field.choice("kind", "position.field.kind", List.of(PositionKind.values()), PositionKind::key);
    public static final Field<String> THEME = Field.text("theme", "position.field.theme", 100);
    /** A resolution of ours, or a position of a coalition, which says the next three fields. */
    static final String CITED = "cited";

    public static final Field<MandateSource> MANDATE =
            Field.choice("mandate", "position.field.mandate", List.of(MandateSource.values()), MandateSource::key);
    public static final Field<String> MANDATE_TEXT = Field.text("mandateText", "position.field.mandate-text", 500);
    public static final Field<LocalDate> MANDATE_ON = Field.date("mandateOn", "position.field.mandate-on");
    public static final Field<LocalDate> READ_ON = Field.date("readOn", "position.field.read-on");
    public static final Field<LocalDate> ON = Field.date("on", "position.field.on");
    public static final Field<String> PLACE = Field.text("place", "position.field.place", 300);
    public static final Field<String> LINK = Field.text("url", "position.field.url", PlanAttribution.LONGEST_LINK)
            .optional();

    static final String SIGNATORIES = "signatories";
    static final int MOST_SIGNATORIES = 100;

    private static final int LONGEST = 40_000;
    private static final int BRIEF = 90;

    /**
     * A position as typed.
     *
     * @param newcomers names of signatories to create in the directory
     */
    record TypedPosition(int version, PositionFacts facts, List<String> newcomers) {}

    /** The facts with all signatories, the new ones created. */
    PositionFacts find(TypedPosition input) {
        PositionFacts facts = input.facts();
        return new PositionFacts(
                facts.title(),
                facts.kind(),
                facts.theme(),
                facts.country(),
                facts.mandate(),
                facts.mandateText(),
                facts.mandateOn(),
                facts.cited(),
                facts.line(),
                facts.texts(),
                Stream.concat(
                                facts.signatories().stream(),
                                input.newcomers().stream().map(people::findOrCreateOrganisation))
                        .toList());
    }

    TypedPosition read(FormValues answers) {
        List<String> all = languages.codes();
        boolean none = all.stream().noneMatch(each -> answers.form().filled("body-" + each));
        List<PositionText> texts = all.stream()
                .filter(each -> none ? each.equals(all.get(0)) : answers.form().filled("body-" + each))
                .map(language -> new PositionText(language, answers.text("body-" + language, LONGEST)))
                .toList();
        UUID line = answers.optionalId("line");
        UUID cited = readCited(answers);
        ChosenParties<OrganisationId> signatories =
                chooser.chosenOrganisations(answers.form(), SIGNATORIES, MOST_SIGNATORIES);
        return new TypedPosition(
                answers.form().filled("version") ? answers.version() : 0,
                new PositionFacts(
                        answers.get(TITLE).replaceAll("\\s+", " "),
                        answers.get(KIND),
                        answers.get(THEME).replaceAll("\\s+", " "),
                        readCountry(answers),
                        answers.get(MANDATE),
                        answers.get(MANDATE_TEXT),
                        answers.get(MANDATE_ON),
                        cited,
                        line == null ? null : new ActionId(line),
                        texts,
                        signatories.known()),
                signatories.newcomers());
    }

    /** The cited decision, which fills in what allows us to speak; one that was taken back meanwhile is refused. */
    private @Nullable UUID readCited(FormValues answers) {
        UUID id = answers.optionalId(CITED);
        if (id != null) {
            Optional<CitedDecision> decision = mandates.findById(id);
            if (decision.isEmpty()) {
                answers.reject(CITED, "position.refused.cited");
            }
            decision.ifPresent(it -> answers.form()
                    .with(MANDATE.name(), it.source())
                    .with(MANDATE_TEXT.name(), it.name())
                    .with(MANDATE_ON.name(), it.day()));
        }
        return id;
    }

    static @Nullable String readCountry(FormValues answers) {
        String code = answers.optionalText("country", 2);
        boolean known = code != null
                && Place.findByCode(code)
                        .filter(Place.InCountry.class::isInstance)
                        .isPresent();
        if (code != null && !known) {
            answers.reject("country", "shell.form.choice");
        }
        return known ? Objects.requireNonNull(code).toUpperCase(Locale.ROOT) : null;
    }

    /** A new position, with what the record says from which it begins. */
    Form begin(@Nullable String from, LocalDate today, Words t) {
        Form form = Form.blank().with(MANDATE_ON.name(), today);
        sources.find(from, t)
                .ifPresent(text -> form.with(SourceTexts.FROM, text.from())
                        .with(TITLE.name(), text.title())
                        .with("country", text.country())
                        .with("line", text.line())
                        .with("body-fr", text.words()));
        return form;
    }

    /** The page of what was written, told to the record from which the form began. */
    String tellUse(Form form, String url) {
        sources.tellUse(form.value(SourceTexts.FROM), url);
        return url;
    }

    static Form open(Position it, List<PositionText> texts, List<OrganisationId> signatories) {
        Form form = Form.blank()
                .atVersion(it.version())
                .with(TITLE.name(), it.title())
                .with(KIND.name(), it.kind())
                .with(THEME.name(), it.theme())
                .with("country", it.country())
                .with(CITED, it.cited())
                .with(MANDATE.name(), it.mandate())
                .with(MANDATE_TEXT.name(), it.mandateText())
                .with(MANDATE_ON.name(), it.mandateOn())
                .with("line", it.line())
                .with(SIGNATORIES, signatories);
        texts.forEach(each -> form.with("body-" + each.language(), each.body()));
        return form;
    }

    static Publication readPublication(FormValues answers) {
        String url = answers.find(LINK);
        if (url != null && !PlanAttribution.isLink(url)) {
            answers.reject(LINK.name(), "position.refused.url");
        }
        return new Publication(answers.get(ON), answers.get(PLACE), url);
    }

    static List<Option> countries(Words t) {
        return Country.findAll(t).stream()
                .map(each -> Option.of(each.code(), each.name(t)))
                .toList();
    }

    /** The latest decisions by their source, with the one that is cited; no group without one. */
    List<OptionGroup> decisions(Form form, Words t) {
        List<CitedDecision> latest = mandates.findLatest();
        Optional<CitedDecision> cited = TextParser.id(form.value(CITED))
                .filter(id -> latest.stream().noneMatch(each -> each.id().equals(id)))
                .flatMap(mandates::findById);
        return Stream.of(MandateSource.RESOLUTION, MandateSource.COALITION)
                .map(source -> new OptionGroup(
                        t.say(source.key() + ".cited"),
                        Stream.concat(cited.stream(), latest.stream())
                                .filter(each -> each.source() == source)
                                .map(each -> Option.of(each.id(), label(each, t)))
                                .toList()))
                .filter(group -> !group.options().isEmpty())
                .toList();
    }

    private static String label(CitedDecision it, Words t) {
        String name = it.name() + ", " + t.date(it.day());
        return it.source() == MandateSource.COALITION ? name : name + " – " + TextShortener.shorten(it.words(), BRIEF);
    }

    /** The page of the decision that a position cites; {@code null} if it cites none, or one that no longer stands. */
    @Nullable
    String citedPage(Position it) {
        return Optional.ofNullable(it.cited())
                .flatMap(mandates::findById)
                .map(CitedDecision::page)
                .orElse(null);
    }

    List<Option> lines(Form form) {
        return lines.find(form, "line");
    }
}
