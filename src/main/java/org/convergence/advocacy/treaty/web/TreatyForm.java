package org.convergence.advocacy.treaty.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.advocacy.treaty.domain.TreatyService.InstrumentKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyAim;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFact;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFactKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFacts;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;

/** The fields of an instrument and of a fact. */
public final class TreatyForm {

    public static final Field<InstrumentKind> KIND =
            Field.choice("kind", "treaty.field.kind", List.of(InstrumentKind.values()), InstrumentKind::key);
    public static final Field<String> CODE = Field.text("code", "treaty.field.code", 40);
    public static final Field<String> TITLE = Field.text("title", "treaty.field.title", 300);
    public static final Field<TreatyAim> AIM =
            Field.choice("aim", "treaty.field.aim", List.of(TreatyAim.values()), TreatyAim::key);
    public static final Field<String> URL =
            Field.text("url", "treaty.field.url", 1_000).optional();

    public static final Field<String> COUNTRY =
            Field.text("country", "treaty.field.country", 100).optional();
    public static final Field<TreatyFactKind> FACT =
            Field.choice("fact", "treaty.field.fact", TreatyFactKind.general(), TreatyFactKind::key);
    public static final Field<LocalDate> DAY =
            Field.date("day", "treaty.field.happened_on").optional();
    public static final Field<String> WORDS =
            Field.text("words", "treaty.field.words", 500).optional();
    public static final Field<String> SOURCE = Field.text("source", "treaty.field.source", 500);
    public static final Field<LocalDate> CHECKED = Field.date("checkedOn", "treaty.field.checked_on");
    public static final Field<LocalDate> NEXT =
            Field.date("nextCheckOn", "treaty.field.next_check_on").optional();
    public static final Field<LocalDate> SINCE =
            Field.date("since", "treaty.field.since").optional();

    private TreatyForm() {}

    static TreatyFacts readTreaty(FormValues answers) {
        String url = answers.textOrEmpty(URL);
        if (!url.isEmpty() && !url.matches("https?://[^\\s<>\"]+")) {
            answers.reject(URL.name(), "treaty.refused.url");
        }
        return new TreatyFacts(answers.get(KIND), answers.get(CODE), answers.get(TITLE), answers.get(AIM), url);
    }

    static TreatyFact readFact(FormValues answers) {
        String name = answers.find(COUNTRY);
        Optional<Country> country = name == null ? Optional.empty() : Country.findByName(name);
        if (name != null && country.isEmpty()) {
            answers.reject(COUNTRY.name(), "treaty.refused.country", name);
        }
        return new TreatyFact(
                country.orElse(null),
                answers.get(FACT),
                answers.find(DAY),
                answers.textOrEmpty(WORDS),
                answers.get(SOURCE),
                answers.get(CHECKED),
                answers.find(NEXT));
    }
}
