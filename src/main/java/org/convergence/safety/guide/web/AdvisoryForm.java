package org.convergence.safety.guide.web;

import java.time.LocalDate;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.domain.AdvisoryFileReader;

/** The fields of an advisory entered by hand. */
public final class AdvisoryForm {

    static final String COUNTRY = "country";

    public static final Field<AdvisoryLevel> LEVEL =
            Field.choice("level", "guide.field.level", AdvisoryLevel.KNOWN, AdvisoryLevel::key);
    public static final Field<AdvisoryLevel> REGIONAL = Field.choice(
                    "regional", "guide.field.regional", AdvisoryLevel.KNOWN, AdvisoryLevel::key)
            .optional();
    public static final Field<String> SOURCE =
            Field.text("source", "guide.field.source", AdvisoryFileReader.LONGEST_SOURCE);
    public static final Field<LocalDate> PUBLISHED_ON = Field.date("publishedOn", "guide.field.published_on");

    /** The address of the register; empty for none. */
    public static final Field<String> ADDRESS =
            Field.text("address", "guide.field.address", 2_000).optional();

    private AdvisoryForm() {}

    static CountryAdvisory read(FormValues answers) {
        String code = answers.text(COUNTRY, 2);
        Country country = Country.findByCode(code).orElse(null);
        if (country == null && answers.form().problem(COUNTRY) == null) {
            answers.reject(COUNTRY, "shell.form.choice");
        }
        return new CountryAdvisory(
                country == null ? new Country("CA") : country,
                answers.get(LEVEL),
                answers.find(REGIONAL),
                answers.get(SOURCE),
                answers.get(PUBLISHED_ON),
                null);
    }
}
