package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
    private static final Messages MESSAGES = Messages.load();
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 14);

    private final Words fr = MESSAGES.in(Language.FRENCH, MONTREAL);
    private final Words en = MESSAGES.in(Language.ENGLISH, MONTREAL);
    private final Words es = MESSAGES.in(Language.SPANISH, MONTREAL);

    @ParameterizedTest
    @CsvSource({
        "Alexane, true",
        "Élodie, true",
        "œuvre, true",
        "Yvan, true",
        "Yasmine, false",
        "Hugo, false",
        "Maryse, false"
    })
    void elidesBeforeAVowel(String name, boolean elided) {
        assertThat(FrenchElision.appliesTo(name)).isEqualTo(elided);
    }

    @Test
    void elidesArgumentsOfMessages() {
        assertThat(fr.say("identity.link.lead", "Alexane Roy")).isEqualTo("Ce lien ouvre la session d’Alexane Roy.");
        assertThat(fr.say("identity.link.lead", "Maryse")).isEqualTo("Ce lien ouvre la session de Maryse.");
        assertThat(fr.say("public.consent.lead", "Alliance")).startsWith("Choisissez ce qu’Alliance peut");
        assertThat(fr.say("public.representative.letter.text", "ASNE", "Fédération", 60))
                .contains("ce que Fédération sait d’ASNE");
        assertThat(fr.say("report.lack.too-long", 3, "introduction")).contains("la limite d’introduction");
        assertThat(en.say("identity.link.lead", "Alexane")).contains("Alexane").doesNotContain("’Alexane");
    }

    @Test
    void groupsFiguresByLanguage() {
        assertThat(fr.number(1234567)).isEqualTo("1\u00a0234\u00a0567");
        assertThat(en.number(1234567)).isEqualTo("1,234,567");
        assertThat(es.number(1234567)).isEqualTo("1,234,567");
        assertThat(fr.number(-999)).isEqualTo("−999");
        assertThat(fr.decimal(new BigDecimal("1234.50"))).isEqualTo("1\u00a0234,5");
        assertThat(fr.count(10_000, true)).isEqualTo("10\u00a0000+");
        assertThat(fr.difference(118)).isEqualTo("+118");
        assertThat(fr.difference(-4)).isEqualTo("−4");
    }

    @Test
    void dueDateFarAwayHasItsYear() {
        assertThat(fr.by(LocalDate.of(2025, 7, 13), TODAY)).isEqualTo("D’ici dimanche 13 juillet");
        assertThat(fr.by(LocalDate.of(2025, 7, 14), TODAY)).isEqualTo("D’ici lundi 14 juillet 2025");
        assertThat(en.by(LocalDate.of(2026, 1, 14), TODAY)).isEqualTo("By Wednesday, January 14, 2026");
        assertThat(es.by(LocalDate.of(2026, 1, 14), TODAY)).contains("14 de enero de 2026");
        assertThat(fr.by(LocalDate.of(2025, 1, 11), TODAY)).isEqualTo("En retard de 3 jours");
    }

    @Test
    void formatsAmountsByLanguage() {
        assertThat(fr.money(new BigDecimal("1234.56"), "CAD")).isEqualTo("1\u00a0234,56\u00a0$");
        assertThat(fr.money(new BigDecimal("535"), "USD")).isEqualTo("535,00\u00a0$\u00a0US");
        assertThat(en.money(new BigDecimal("1234.56"), "CAD")).isEqualTo("$1,234.56");
        assertThat(fr.money(new BigDecimal("-5.5"), "CAD")).isEqualTo("−5,50\u00a0$");
        assertThat(en.money(new BigDecimal("-5.5"), "CAD")).isEqualTo("−$5.50");
        assertThat(es.money(new BigDecimal("-5.5"), "CAD")).startsWith("−");
    }

    @Test
    void percentIsNeverRoundedToZeroOrHundred() {
        assertThat(fr.percent(3, 8)).isEqualTo("38\u00a0%");
        assertThat(fr.percent(1, 1000)).isEqualTo("1\u00a0%");
        assertThat(fr.percent(999, 1000)).isEqualTo("99\u00a0%");
        assertThat(fr.percent(4, 4)).isEqualTo("100\u00a0%");
        assertThat(en.percent(3, 8)).isEqualTo("38%");
        assertThat(fr.percent(0, 0)).isEqualTo("–");
    }

    @Test
    void formatsDates() {
        assertThat(fr.date(TODAY)).isEqualTo("14 janvier 2025");
        assertThat(fr.date(LocalDate.of(2025, 5, 1))).isEqualTo("1er mai 2025");
        assertThat(en.date(TODAY)).isEqualTo("January 14, 2025");
        assertThat(es.date(TODAY)).isEqualTo("14 de enero de 2025");
        assertThat(fr.dayAndDate(TODAY)).isEqualTo("mardi 14 janvier 2025");
        assertThat(en.dayAndDate(TODAY)).isEqualTo("Tuesday, January 14, 2025");
        assertThat(es.dayAndDate(TODAY)).isEqualTo("martes, 14 de enero de 2025");
        assertThat(fr.shortDate(TODAY)).isEqualTo("14\u00a0janv.\u00a02025");
        assertThat(en.shortDate(TODAY)).isEqualTo("Jan.\u00a014,\u00a02025");
        assertThat(fr.numericDate(TODAY)).isEqualTo("2025-01-14");
        assertThat(fr.month(YearMonth.of(2025, 8))).isEqualTo("août 2025");
        assertThat(es.month(YearMonth.of(2025, 8))).isEqualTo("agosto de 2025");
    }

    @Test
    void periodOmitsRepeatedMonthAndYear() {
        LocalDate last = LocalDate.of(2025, 1, 18);
        assertThat(fr.period(TODAY, TODAY)).isEqualTo("14 janvier 2025");
        assertThat(fr.period(TODAY, last)).isEqualTo("du 14 au 18 janvier 2025");
        assertThat(en.period(TODAY, last)).isEqualTo("January 14 to 18, 2025");
        assertThat(es.period(TODAY, last)).isEqualTo("del 14 al 18 de enero de 2025");
        assertThat(fr.period(TODAY, LocalDate.of(2025, 2, 1))).isEqualTo("du 14 janvier au 1er février 2025");
        assertThat(fr.period(LocalDate.of(2024, 9, 1), LocalDate.of(2025, 8, 31)))
                .isEqualTo("du 1er septembre 2024 au 31 août 2025");
        assertThat(fr.period(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28)))
                .isEqualTo("février 2025");
        assertThat(fr.period(null, TODAY)).isEqualTo("jusqu’au 14 janvier 2025");
        assertThat(fr.period(TODAY, null)).isEqualTo("depuis le 14 janvier 2025");
    }

    @Test
    void hoursAndTimesHaveNoLeadingZerosInFrench() {
        assertThat(fr.time(LocalTime.of(14, 30))).isEqualTo("14\u00a0h\u00a030");
        assertThat(fr.time(LocalTime.of(19, 0))).isEqualTo("19\u00a0h");
        assertThat(fr.time(LocalTime.of(8, 5))).isEqualTo("8\u00a0h\u00a05");
        assertThat(en.time(LocalTime.of(0, 5))).isEqualTo("12:05\u00a0a.m.");
        assertThat(es.time(LocalTime.of(8, 5))).isEqualTo("8:05");
        assertThat(fr.hours(new BigDecimal("3"))).isEqualTo("3\u00a0h");
        assertThat(fr.hours(new BigDecimal("2.5"))).isEqualTo("2\u00a0h\u00a030");
        assertThat(fr.hours(new BigDecimal("0.75"))).isEqualTo("45\u00a0min");
        assertThat(fr.hours(new BigDecimal("1240.0"))).isEqualTo("1\u00a0240\u00a0h");
        assertThat(en.hours(new BigDecimal("2.5"))).isEqualTo("2\u00a0h\u00a030\u00a0min");
        assertThat(fr.hours(new BigDecimal("-1.25"))).isEqualTo("−1\u00a0h\u00a015");
        assertThat(fr.hours(BigDecimal.ZERO)).isEqualTo("0\u00a0h");
    }

    @Test
    void formatsInstantInReadersZone() {
        Instant instant = Instant.parse("2025-01-14T19:30:00Z");
        assertThat(fr.dateTime(instant)).isEqualTo("14 janvier 2025 à 14\u00a0h\u00a030");
        assertThat(en.dateTime(instant)).isEqualTo("January 14, 2025, 2:30\u00a0p.m.");
    }

    @Test
    void messageEndingWithTimeHasOneFullStop() {
        Instant instant = Instant.parse("2025-01-14T19:30:00Z");
        assertThat(en.say("time.week.submitted-at", instant))
                .isEqualTo("Handed in on January 14, 2025, 2:30\u00a0p.m.");
        assertThat(fr.say("time.week.submitted-at", instant)).endsWith("14\u00a0h\u00a030.");
    }

    @Test
    void relativeDateGetsCoarser() {
        assertThat(fr.ago(TODAY, TODAY)).isEqualTo("aujourd’hui");
        assertThat(fr.ago(TODAY.minusDays(1), TODAY)).isEqualTo("hier");
        assertThat(fr.ago(TODAY.plusDays(1), TODAY)).isEqualTo("demain");
        assertThat(fr.ago(TODAY.minusDays(6), TODAY)).isEqualTo("il y a 6 jours");
        assertThat(fr.ago(TODAY.minusDays(36), TODAY)).isEqualTo("il y a 5 semaines");
        assertThat(fr.ago(TODAY.minusDays(90), TODAY)).isEqualTo("il y a 2 mois");
        assertThat(en.ago(TODAY.minusYears(3), TODAY)).isEqualTo("3 years ago");
        assertThat(es.ago(TODAY.plusDays(3), TODAY)).isEqualTo("en 3 días");
    }

    @Test
    void relativeTimeOfTodayUsesHoursAndMinutes() {
        Clock clock = Clock.fixed(Instant.parse("2025-01-14T19:30:00Z"), MONTREAL);
        assertThat(fr.ago(Instant.parse("2025-01-14T19:29:30Z"), clock)).isEqualTo("à l’instant");
        assertThat(fr.ago(Instant.parse("2025-01-14T19:29:00Z"), clock)).isEqualTo("il y a 1 minute");
        assertThat(fr.ago(Instant.parse("2025-01-14T16:00:00Z"), clock)).isEqualTo("il y a 3 heures");
        assertThat(fr.ago(Instant.parse("2025-01-14T04:00:00Z"), clock)).isEqualTo("hier");
    }

    @Test
    void formatsSizesListsAndLanguageNames() {
        assertThat(fr.fileSize(512)).isEqualTo("512\u00a0octets");
        assertThat(fr.fileSize(12_345)).isEqualTo("12\u00a0ko");
        assertThat(fr.fileSize(3_210_000)).isEqualTo("3,2\u00a0Mo");
        assertThat(fr.fileSize(999_800)).isEqualTo("1\u00a0Mo");
        assertThat(en.fileSize(25_000_000)).isEqualTo("25\u00a0MB");
        assertThat(fr.list(List.of("a", "b", "c"))).isEqualTo("a, b et c");
        assertThat(es.list(List.of("a", "i"))).isEqualTo("a e i");
        assertThat(fr.languageName("ht")).isEqualTo("créole haïtien");
        assertThat(fr.capital("écart")).isEqualTo("Écart");
        assertThat(List.of("zèbre", "Été", "eau").stream().sorted(fr.order())).containsExactly("eau", "Été", "zèbre");
    }

    @Test
    void messageTakesNumberedAndNamedArguments() {
        CompiledMessage numbered =
                CompiledMessage.compile("{0} : {1, plural, one {# faite} other {# faites}}", Language.FRENCH);
        assertThat(numbered.format(Map.of("0", TODAY, "1", 1234), fr)).isEqualTo("14 janvier 2025 : 1\u00a0234 faites");
        CompiledMessage named =
                CompiledMessage.compile("Bonjour {name}, il vous reste {left}. L''été '{'", Language.FRENCH);
        assertThat(named.format(Map.of("name", "Ana", "left", new BigDecimal("2.5")), fr))
                .isEqualTo("Bonjour Ana, il vous reste 2,5. L'été {");
    }

    @Test
    void missingMessageShowsKey() {
        assertThat(fr.say("nowhere.to.be.found")).isEqualTo("nowhere.to.be.found");
        assertThat(fr.has("nowhere.to.be.found")).isFalse();
        assertThat(fr.has("text.today")).isTrue();
    }

    @Test
    void findsLanguageByCodeOrTag() {
        assertThat(Language.of("en-CA")).isEqualTo(Language.ENGLISH);
        assertThat(Language.of("es")).isEqualTo(Language.SPANISH);
        assertThat(Language.of("xx")).isEqualTo(Language.FRENCH);
        assertThat(Language.FRENCH.tag()).isEqualTo("fr-CA");
    }

    /** « il y a 1 mois » is shorter than « il y a 5 semaines » to its reader. */
    @Test
    void aLongerTimeNeverReadsAsAShorterOne() {
        Map<String, Integer> units = Map.of("jour", 1, "semaine", 7, "mois", 28, "an", 365);
        for (LocalDate today :
                List.of(TODAY, LocalDate.of(2027, 3, 1), LocalDate.of(2028, 2, 29), LocalDate.of(2026, 12, 31))) {
            for (int sign : List.of(-1, 1)) {
                int before = 2;
                for (int days = 2; days < 1_500; days++) {
                    String said = fr.ago(today.plusDays((long) sign * days), today);
                    String[] parts = said.replaceAll("^(il y a|dans) ", "").split("[ \u00a0]", 2);
                    int read = Integer.parseInt(parts[0])
                            * units.getOrDefault(parts[1].equals("mois") ? "mois" : parts[1].replaceAll("s$", ""), 0);
                    assertThat(read).as("%s for %s days", said, days).isGreaterThanOrEqualTo(before);
                    assertThat(read).as("%s for %s days", said, days).isLessThanOrEqualTo(days);
                    before = read;
                }
            }
        }
    }
}
