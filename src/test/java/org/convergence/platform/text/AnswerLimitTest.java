package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.convergence.platform.text.AnswerLimit.CountUnit;
import org.convergence.platform.text.PastedQuestions.PastedQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits stated in questions, and how answers are counted (R-GRANT-3). */
class AnswerLimitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Décrivez la mission (250 mots)|250|WORDS",
                "Mission. Maximum 1 500 caractères espaces compris|1500|CHARACTERS",
                "Mission. Maximum 1\u00a0500\u00a0caractères|1500|CHARACTERS",
                "Le projet (2 000 caractères, espaces non compris)|2000|CHARACTERS_WITHOUT_SPACES",
                "Le projet – 900 caractères sans les espaces|900|CHARACTERS_WITHOUT_SPACES",
                "Describe the need (500 words)|500|WORDS",
                "Max. 2,000 characters without spaces|2000|CHARACTERS_WITHOUT_SPACES",
                "Need: 3000 characters including spaces|3000|CHARACTERS",
                "Entre 100 à 150 mots|150|WORDS",
                "En 2026, dites en 1 mot|1|WORDS"
            })
    void readsLimitStatedInQuestion(String question, int most, CountUnit unit) {
        assertThat(AnswerLimit.parse(question)).isEqualTo(new AnswerLimit(most, unit));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Décrivez la mission",
                "Depuis 2009, combien de motels?",
                "Joignez 3 pages",
                "0 mots",
                "999 999 999 caractères",
                "99999999999999999999 words"
            })
    void readsNoLimitWhereThereIsNone(String question) {
        assertThat(AnswerLimit.parse(question)).isNull();
    }

    @Test
    void countsWordsBetweenBlanksWithNoBreakSpacesAsBlanks() {
        assertThat(CountUnit.WORDS.count("  L’éducation\u00a0: un   droit,\r\npas un luxe! "))
                .isEqualTo(7);
        assertThat(CountUnit.WORDS.count("")).isZero();
        assertThat(CountUnit.WORDS.count("porte-parole")).isEqualTo(1);
    }

    @Test
    void countsCharactersAsPeopleSeeThem() {
        String text = "Été\r\nà 5\u00a0$ 😀";
        assertThat(CountUnit.CHARACTERS.count(text)).isEqualTo(11);
        assertThat(CountUnit.CHARACTERS_WITHOUT_SPACES.count(text)).isEqualTo(7);
        assertThat(CountUnit.CHARACTERS.count("E\u0301te\u0301"))
                .as("combining accents")
                .isEqualTo(3);
    }

    @Test
    void leavesNegativeNumberForAnswerThatIsTooLong() {
        assertThat(new AnswerLimit(2, CountUnit.WORDS).left("un deux trois")).isEqualTo(-1);
    }

    @Test
    void readsQuestionsByLineAndJoinsLineThatOnlyStatesLimit() {
        assertThat(PastedQuestions.parse(
                        "1. Votre mission?\n(250 mots)\n2. Le besoin? (100 mots)\nMaximum 300 mots\n3. Signature"))
                .extracting(PastedQuestion::text, PastedQuestion::limit)
                .containsExactly(
                        tuple("1. Votre mission?\n(250 mots)", new AnswerLimit(250, CountUnit.WORDS)),
                        tuple("2. Le besoin? (100 mots)\nMaximum 300 mots", new AnswerLimit(300, CountUnit.WORDS)),
                        tuple("3. Signature", null));
    }

    @Test
    void readsLongQuestionsBetweenEmptyLines() {
        assertThat(PastedQuestions.parse(
                        "Votre mission?\nDites aussi depuis quand.\r\n \r\nLe besoin?\n\n\n(50 words)"))
                .extracting(PastedQuestion::text)
                .isEqualTo(List.of("Votre mission?\nDites aussi depuis quand.", "Le besoin?\n(50 words)"));
    }

    @Test
    void numberedHeadingWithLimitIsNoLimitLine() {
        assertThat(PastedQuestions.parse("1. Résultats (400 mots)\n2. Leçons (150 mots)\n100 à 150 mots"))
                .extracting(PastedQuestion::text)
                .containsExactly("1. Résultats (400 mots)", "2. Leçons (150 mots)\n100 à 150 mots");
    }
}
