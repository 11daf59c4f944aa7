package org.convergence.platform.settings;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's settings.
 *
 * @param name the organisation's name, at most 200 characters
 * @param languages codes {@code fr}, {@code en}, {@code es}, that of its documents first; never empty
 * @param zone its time zone
 * @param fiscalYearStart first day of its fiscal year
 * @param homePlace usual place of its activities, as a place code such as {@code QC-06}; {@code null} if not set
 * @param identity the details that its papers and letters show
 */
public record OrganisationProfile(
        String name,
        List<String> languages,
        ZoneId zone,
        MonthDay fiscalYearStart,
        @Nullable String homePlace,
        OrganisationIdentity identity) {

    public OrganisationProfile {
        languages = List.copyOf(languages);
    }

    /** Settings without details for papers. */
    public OrganisationProfile(
            String name, List<String> languages, ZoneId zone, MonthDay fiscalYearStart, @Nullable String homePlace) {
        this(name, languages, zone, fiscalYearStart, homePlace, OrganisationIdentity.NONE);
    }

    /** The same settings with details for papers. */
    public OrganisationProfile with(OrganisationIdentity details) {
        return new OrganisationProfile(name, languages, zone, fiscalYearStart, homePlace, details);
    }

    /** Its languages for staff pages and letters, its first one first; French if it has none of them. */
    public List<String> spoken() {
        List<String> spoken =
                languages.stream().filter(Language.SPOKEN::contains).toList();
        return spoken.isEmpty() ? List.of(Language.FRENCH.code()) : spoken;
    }

    /** The end of a letter: who signs, with the function, then the organisation's name, each on a line. */
    public String signature() {
        return Stream.of(identity.signatory(), identity.signatoryTitle(), name)
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** First day of the fiscal year that is accounted for on a day: the one that ends within two months, else the last. */
    public LocalDate reportedYearOf(LocalDate day) {
        return fiscalYearOf(day.plusMonths(2)).minusYears(1);
    }

    /** First day of the fiscal year of a day. */
    public LocalDate fiscalYearOf(LocalDate day) {
        LocalDate start = fiscalYearStart.atYear(day.getYear());
        return start.isAfter(day) ? fiscalYearStart.atYear(day.getYear() - 1) : start;
    }
}
