package org.convergence.advocacy.urgentaction.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnFacts;
import org.convergence.advocacy.urgentaction.domain.UrgentAction;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.ActionUpdate;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.AlertFacts;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.IdentityDegree;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.RiskTier;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionOutcome;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.WordingConsentGiver;
import org.convergence.advocacy.urgentaction.domain.UrgentActionService.ConsentFacts;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of urgent actions and of signatures. */
@Component
public record UrgentActionForm(
        PartyChooser chooser,
        PeopleDirectory people,
        SegmentAudience audience,
        PlanLineOptions lines,
        SourceTexts sources) {

    public static final Field<String> TITLE = Field.text("title", "urgentaction.field.title", 200);
    public static final Field<String> HAPPENED = Field.text("happened", "urgentaction.field.happened", 4_000);
    public static final Field<LocalDate> RECEIVED = Field.date("received", "urgentaction.field.received");
    public static final Field<LocalDate> EXPIRES = Field.date("expires", "urgentaction.field.expires");
    public static final Field<IdentityDegree> DEGREE =
            Field.choice("degree", "urgentaction.field.degree", List.of(IdentityDegree.values()), IdentityDegree::key);
    public static final Field<RiskTier> RISK =
            Field.choice("risk", "urgentaction.field.risk", List.of(RiskTier.values()), RiskTier::key);

    public static final Field<WordingConsentGiver> GIVER = Field.choice(
            "giver", "urgentaction.field.giver", List.of(WordingConsentGiver.values()), WordingConsentGiver::key);
    public static final Field<String> NAME = Field.text("name", "urgentaction.field.name", 200);
    public static final Field<String> HOW = Field.text("how", "urgentaction.field.how", 300);
    public static final Field<LocalDate> GIVEN = Field.date("given", "urgentaction.field.given");
    public static final Field<LocalDate> UNTIL = Field.date("until", "urgentaction.field.until");

    public static final Field<String> NEWS_FR = Field.text("fr", "urgentaction.field.news.fr", 3_000);
    public static final Field<String> NEWS_ES =
            Field.text("es", "urgentaction.field.news.es", 3_000).optional();
    public static final Field<String> NEWS_EN =
            Field.text("en", "urgentaction.field.news.en", 3_000).optional();
    public static final Field<String> AGREED = Field.text("agreed", "urgentaction.field.agreed", 300);

    public static final Field<UrgentActionOutcome> OUTCOME = Field.choice(
            "outcome", "urgentaction.field.outcome", List.of(UrgentActionOutcome.values()), UrgentActionOutcome::key);
    public static final Field<String> ACCOUNT = Field.text("account", "urgentaction.field.account", 4_000);

    static final String PARTNER = "partner";
    static final String PERSON = "person";
    static final String SECOND = "second";
    static final String ORGANISATION = "organisation";

    /** An organisation as chosen: one that the directory knows, or a new name. */
    record ChosenOrganisation(
            @Nullable OrganisationId known, @Nullable String newcomer) {}

    OrganisationId find(ChosenOrganisation chosen) {
        return chosen.newcomer() != null
                ? people.findOrCreateOrganisation(chosen.newcomer())
                : Objects.requireNonNull(chosen.known());
    }

    ChosenOrganisation readOrganisation(FormValues answers, String field) {
        ChosenParties<OrganisationId> chosen = chooser.chosenOrganisations(answers.form(), field, 1);
        if (chosen.isEmpty() && answers.form().problem(field) == null) {
            answers.reject(field, "shell.form.required");
        }
        return new ChosenOrganisation(
                chosen.first(), chosen.newcomers().stream().findFirst().orElse(null));
    }

    /** An alert as typed; its partner may be new. */
    record AlertInput(int version, ChosenOrganisation partner, AlertFacts facts) {

        AlertFacts with(OrganisationId known) {
            return new AlertFacts(
                    facts.title(),
                    known,
                    facts.country(),
                    facts.person(),
                    facts.happened(),
                    facts.receivedOn(),
                    facts.degree(),
                    facts.risk(),
                    facts.expiresOn(),
                    facts.segment(),
                    facts.line());
        }
    }

    AlertInput readAlert(FormValues answers) {
        ChosenOrganisation partner = readOrganisation(answers, PARTNER);
        UUID segment = answers.optionalId("segment");
        UUID line = answers.optionalId("line");
        if (segment != null
                && audience.findAll().stream()
                        .noneMatch(each -> each.id().value().equals(segment))) {
            answers.reject("segment", "shell.form.choice");
        }
        return new AlertInput(
                answers.form().filled("version") ? answers.version() : 0,
                partner,
                new AlertFacts(
                        answers.get(TITLE).replaceAll("\\s+", " "),
                        partner.known() == null ? new OrganisationId(new UUID(0, 0)) : partner.known(),
                        readCountry(answers),
                        chooser.chosenPersons(answers.form(), PERSON, 1).first(),
                        answers.get(HAPPENED),
                        answers.get(RECEIVED),
                        answers.get(DEGREE),
                        answers.get(RISK),
                        answers.get(EXPIRES),
                        segment == null ? null : new SegmentId(segment),
                        line == null ? null : new ActionId(line)));
    }

    static String readCountry(FormValues answers) {
        String code = answers.text("country", 2);
        Optional<String> country = Place.findByCode(code)
                .filter(Place.InCountry.class::isInstance)
                .map(place -> ((Place.InCountry) place).country().code());
        if (country.isEmpty() && answers.form().problem("country") == null) {
            answers.reject("country", "shell.form.choice");
        }
        return country.orElse("CA");
    }

    /** A new alert, with what the record says from which it begins. */
    Form fill(Form form, @Nullable String from, Words t) {
        sources.find(from, t)
                .ifPresent(text -> form.with(SourceTexts.FROM, text.from())
                        .with(TITLE.name(), TextShortener.shorten(text.title(), 200))
                        .with("country", text.country())
                        .with(HAPPENED.name(), text.words()));
        return form;
    }

    /** Tells the record from which the form began what it became. */
    void tellUse(Form form, String url) {
        sources.tellUse(form.value(SourceTexts.FROM), url);
    }

    static Form open(UrgentAction it) {
        return Form.blank()
                .atVersion(it.version())
                .with(TITLE.name(), it.title())
                .with(PARTNER, it.partner())
                .with("country", it.country())
                .with(PERSON, it.person())
                .with(HAPPENED.name(), it.happened())
                .with(RECEIVED.name(), it.receivedOn())
                .with(EXPIRES.name(), it.expiresOn())
                .with(DEGREE.name(), it.degree())
                .with(RISK.name(), it.risk())
                .with("segment", it.segment())
                .with("line", it.line());
    }

    static List<Option> countries(Words t) {
        return Country.findAll(t).stream()
                .map(each -> Option.of(each.code(), each.name(t)))
                .toList();
    }

    List<Option> segments() {
        return audience.findAll().stream()
                .map(each -> Option.of(each.id(), each.name()))
                .toList();
    }

    List<Option> lines(Form form) {
        return lines.find(form, "line");
    }

    /** A yes as typed. */
    record WordingConsentInput(int version, ConsentFacts facts) {}

    static WordingConsentInput readConsent(FormValues answers) {
        return new WordingConsentInput(
                answers.version(),
                new ConsentFacts(
                        answers.get(GIVER),
                        answers.get(NAME),
                        answers.get(HOW),
                        answers.get(GIVEN),
                        answers.get(UNTIL)));
    }

    static ActionUpdate readUpdate(FormValues answers) {
        return new ActionUpdate(
                Instant.EPOCH,
                answers.get(AGREED),
                answers.get(NEWS_FR),
                answers.textOrEmpty(NEWS_ES),
                answers.textOrEmpty(NEWS_EN));
    }

    /** A signature recorded by the team. */
    record SignOnInput(ChosenOrganisation organisation, SignOnFacts facts) {}

    SignOnInput readSignOn(FormValues answers, LocalDate today) {
        ChosenOrganisation organisation = readOrganisation(answers, ORGANISATION);
        String name = organisation.newcomer() != null
                ? organisation.newcomer()
                : organisation.known() == null
                        ? ""
                        : chooser.displayName(organisation.known().value().toString());
        return new SignOnInput(organisation, SignOnForm.read(answers, name, "fr", today));
    }

    /** The fields of a signature, on the public page and for the team. */
    public static final class SignOnForm {

        public static final Field<String> ORGANISATION =
                Field.text("organisation", "public.urgentaction.field.organisation", 200);
        public static final Field<String> SIGNER = Field.text("signer", "public.urgentaction.field.signer", 200);
        public static final Field<String> OFFICE = Field.text("office", "public.urgentaction.field.office", 200);
        public static final Field<String> BODY = Field.text("body", "public.urgentaction.field.body", 200);
        public static final Field<LocalDate> DECIDED = Field.date("decided", "public.urgentaction.field.decided");

        private SignOnForm() {}

        /** Reads a signature; without the body that decided, and the day, there is none (R-ADV-8). */
        static SignOnFacts read(FormValues answers, String organisation, String language, LocalDate today) {
            String signer = answers.get(SIGNER);
            String office = answers.get(OFFICE);
            String body = answers.get(BODY);
            LocalDate decided = answers.get(DECIDED);
            if (decided.isAfter(today)) {
                answers.reject(DECIDED.name(), "public.urgentaction.refused.future");
            }
            return new SignOnFacts(organisation, signer, office, body, decided, language);
        }
    }
}
