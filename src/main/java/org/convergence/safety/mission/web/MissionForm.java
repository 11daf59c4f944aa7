package org.convergence.safety.mission.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.MissionKind;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.safety.mission.domain.CountryZones;
import org.convergence.safety.mission.domain.MissionFacts;
import org.convergence.safety.mission.domain.MissionLeg;
import org.convergence.safety.mission.domain.MissionPolicy;
import org.springframework.stereotype.Component;

/** The fields of missions, and their input. */
@Component
public record MissionForm(PartyChooser chooser) {

    public static final Field<String> TITLE = Field.text("title", "mission.field.title", 200);
    public static final Field<MissionKind> KIND =
            Field.choice("kind", "mission.field.kind", List.of(MissionKind.values()), MissionKind::key);
    public static final Field<String> PURPOSE = Field.text("purpose", "mission.field.purpose", 2_000);
    public static final Field<MissionRisk> RISK =
            Field.choice("risk", "mission.field.risk", List.of(MissionRisk.values()), MissionRisk::key);
    public static final Field<String> RESOLUTION =
            Field.text("resolution", "mission.field.resolution", 100).optional();
    public static final Field<LocalDate> RETURNED_ON = Field.date("returnedOn", "mission.field.returned_on");
    public static final Field<String> REPORT = Field.text("report", "mission.field.report", 10_000);
    public static final Field<String> MEDICAL =
            Field.text("medical", "mission.field.medical", 4_000).optional();
    public static final Field<String> EMERGENCY =
            Field.text("emergency", "mission.field.emergency", 2_000).optional();
    public static final Field<String> PROOF =
            Field.text("proof", "mission.field.proof", 2_000).optional();
    public static final Field<String> DURESS_WORD =
            Field.text("duress", "mission.field.duress", 60).optional();
    public static final Field<String> WORD =
            Field.text("word", "public.mission.field.word", 200).optional();
    public static final Field<String> CLOSING = Field.text("how", "mission.field.how", 500);
    public static final Field<String> REASON = Field.text("reason", "mission.field.reason", 300);
    public static final Field<String> CALL_LIST = Field.text("callList", "mission.field.call_list", 4_000);
    public static final Field<String> NOTE =
            Field.text("note", "public.mission.field.note", 500).optional();

    static final String TRAVELLERS = "travellers";
    static final String LEAD = "lead";
    static final String PRESIDENT = "president";
    static final String LINE = "line";

    /** The fields for legs on the form, those of further legs are added when these are full. */
    private static final int LEGS = 3;

    MissionFacts read(FormValues answers) {
        Form form = answers.form();
        Set<PersonId> travellers =
                new LinkedHashSet<>(chooser.chosenPersons(form, TRAVELLERS, MissionPolicy.MOST_TRAVELLERS)
                        .known());
        if (travellers.isEmpty() && form.problem(TRAVELLERS) == null) {
            answers.reject(TRAVELLERS, "shell.form.required");
        }
        return new MissionFacts(
                answers.get(TITLE),
                answers.get(KIND),
                answers.get(PURPOSE),
                answers.get(RISK),
                chooser.chosenPersons(form, LEAD, 1).first(),
                chooser.chosenPersons(form, PRESIDENT, 1).first(),
                travellers,
                readLegs(answers),
                readLines(answers));
    }

    static Set<ActionId> readLines(FormValues answers) {
        Set<ActionId> lines = new LinkedHashSet<>();
        answers.ids(LINE).forEach(id -> lines.add(new ActionId(id)));
        return lines;
    }

    private static List<MissionLeg> readLegs(FormValues answers) {
        List<MissionLeg> legs = new ArrayList<>();
        for (int leg = 1; leg <= MissionPolicy.MOST_LEGS; leg++) {
            Form form = answers.form();
            if (form.filled(leg(leg, "country")) || form.filled(leg(leg, "place"))) {
                legs.add(readLeg(answers, leg));
            }
        }
        if (legs.isEmpty()) {
            answers.reject(leg(1, "country"), "shell.form.required");
            legs.add(new MissionLeg(new Country("CA"), "", ZoneOffset.UTC, LocalDate.EPOCH, LocalDate.EPOCH));
        }
        return legs;
    }

    private static MissionLeg readLeg(FormValues answers, int leg) {
        LocalDate from = answers.date(leg(leg, "from"));
        LocalDate to = Objects.requireNonNullElse(answers.optionalDate(leg(leg, "to")), from);
        return readLeg(
                answers,
                leg,
                answers.text(leg(leg, "country"), 60),
                answers.text(leg(leg, "place"), 200),
                answers.form().filled(leg(leg, "zone"))
                        ? answers.form().value(leg(leg, "zone"))
                        : findProposedZone(answers.form(), leg)
                                .map(ZoneId::getId)
                                .orElse(""),
                from,
                to);
    }

    /** The zone proposed for a leg: that of its place, else the most usual one of a country with several. */
    static Optional<ZoneId> findProposedZone(Form form, int leg) {
        return Country.findByCode(form.value(leg(leg, "country")))
                .filter(country -> CountryZones.of(country).size() > 1)
                .flatMap(country -> CountryZones.choose(country, "", form.value(leg(leg, "place")))
                        .or(() -> CountryZones.findUsual(country)));
    }

    /** The cities whose time a form that was sent without zones proposes. */
    static List<String> findProposedCities(Form form) {
        return IntStream.rangeClosed(1, MissionPolicy.MOST_LEGS)
                .filter(leg -> !form.filled(leg(leg, "zone")))
                .mapToObj(leg -> findProposedZone(form, leg))
                .flatMap(Optional::stream)
                .map(CountryZones::city)
                .distinct()
                .toList();
    }

    /** Reads a leg, with the zone of its country if it has one alone; notes problems on the form. */
    static MissionLeg readLeg(
            FormValues answers, int leg, String code, String place, String zone, LocalDate from, LocalDate to) {
        Optional<Country> country = Place.findByCode(code)
                .filter(Place.InCountry.class::isInstance)
                .map(found -> ((Place.InCountry) found).country());
        if (country.isEmpty()) {
            if (answers.form().problem(leg(leg, "country")) == null) {
                answers.reject(leg(leg, "country"), "shell.form.choice");
            }
            return new MissionLeg(new Country("CA"), place, ZoneOffset.UTC, from, to);
        }
        Optional<ZoneId> chosen = CountryZones.choose(country.get(), zone, place);
        if (chosen.isEmpty()) {
            answers.reject(
                    leg(leg, "zone"),
                    "mission.refused.zone",
                    String.join(
                            ", ",
                            CountryZones.of(country.get()).stream()
                                    .map(CountryZones::city)
                                    .toList()));
        }
        return new MissionLeg(country.get(), place, chosen.orElse(ZoneOffset.UTC), from, to);
    }

    /**
     * The zones among which one chooses for each leg, with the proposed one chosen; none where its country has one alone,
     * or is not chosen yet.
     */
    static List<List<Option>> zones(Form form, Words t) {
        IntStream.rangeClosed(1, countLegs(form))
                .filter(leg -> !form.filled(leg(leg, "zone")))
                .forEach(leg ->
                        findProposedZone(form, leg).ifPresent(zone -> form.with(leg(leg, "zone"), zone.getId())));
        return IntStream.rangeClosed(1, countLegs(form))
                .mapToObj(leg -> Place.findByCode(form.value(leg(leg, "country")))
                        .filter(Place.InCountry.class::isInstance)
                        .map(found -> CountryZones.of(((Place.InCountry) found).country()))
                        .filter(zones -> zones.size() > 1)
                        .orElse(List.of())
                        .stream()
                        .map(each -> new Option(each.getId(), TimeZones.city(each, t.language())))
                        .toList())
                .toList();
    }

    static String leg(int leg, String field) {
        return "leg" + leg + "-" + field;
    }

    /** The number of legs that the form shows. */
    static int countLegs(Form form) {
        int shown = LEGS;
        for (int leg = 1; leg <= MissionPolicy.MOST_LEGS; leg++) {
            if (form.filled(leg(leg, "country"))) {
                shown = Math.max(shown, Math.min(leg + 1, MissionPolicy.MOST_LEGS));
            }
        }
        return shown;
    }

    static Form fill(MissionFacts facts, int version) {
        Form form = Form.blank()
                .atVersion(version)
                .with(TITLE.name(), facts.title())
                .with(KIND.name(), facts.kind())
                .with(PURPOSE.name(), facts.purpose())
                .with(RISK.name(), facts.risk())
                .with(LEAD, facts.lead())
                .with(PRESIDENT, facts.president())
                .with(TRAVELLERS, facts.travellers())
                .with(LINE, facts.lines());
        int number = 0;
        for (MissionLeg leg : facts.legs()) {
            number++;
            form.with(leg(number, "country"), leg.country().code())
                    .with(leg(number, "place"), leg.place())
                    .with(leg(number, "zone"), leg.zone().getId())
                    .with(leg(number, "from"), leg.arrivesOn())
                    .with(leg(number, "to"), leg.leavesOn());
        }
        return form;
    }
}
