package org.convergence.plan.reading.domain.outline;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The beginning of a line tells what announces it. */
class MarkReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            OBJECTIF 1 : Éduquer                  | 1     | OBJECTIF 1 :
            Objectif n° 2 – Coopérer              | 2     | Objectif n° 2 –
            Axe stratégique III. Agir             | III   | Axe stratégique III.
            Orientation A : Agir                  | A     | Orientation A :
            Goal 3: Grow                          | 3     | Goal 3:
            Strategic Direction #1 – Grow         | 1     | Strategic Direction #1 –
            Action 1.2.3 Publier                  | 1.2.3 | Action 1.2.3
            Deuxième objectif : agir              | -     | Deuxième objectif :
            Objectif général : agir               | -     | Objectif général :
            2. Axe 2 – Agir                       | 2     | 2. Axe 2 –
            """)
    void wordsNameLevels(String text, String code, String written) {
        LineMark mark = MarkReader.read(text);
        assertThat(mark.kind()).isEqualTo(LineMarkKind.WORD);
        assertThat(mark.code()).isEqualTo(code);
        assertThat(mark.written()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "1. Agir,1",
        "1.1 Agir,1.1",
        "1.1. Agir,1.1",
        "1.2.3) Agir,1.2.3",
        "I. Agir,I",
        "iv) agir,iv",
        "A. Agir,A",
        "(b) agir,b",
        "2) agir,2",
        "3 - Agir,3",
        "2° agir,2",
        "A.1 Agir,A.1",
        "1.a) agir,1.a",
        "O1 : Agir,O1",
        "1.Agir,1"
    })
    void numbersAndLettersAreCodes(String text, String code) {
        LineMark mark = MarkReader.read(text);
        assertThat(mark.kind()).isEqualTo(LineMarkKind.NUMBER);
        assertThat(mark.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"- agir", "-Agir", "• agir", "\uF0B7 agir", "\uF0A7agir", "o agir", "✓ agir", "– agir", "* agir"
            })
    void signsAreBullets(String text) {
        assertThat(MarkReader.read(text).kind()).isEqualTo(LineMarkKind.BULLET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MOYENS ET ACTIONS",
                "Moyens :",
                "Actions prévues",
                "Means and activities",
                "Les activités :",
                "Actions"
            })
    void captionsOpenNoLine(String text) {
        assertThat(MarkReader.read(text).kind()).isEqualTo(LineMarkKind.LABEL);
    }

    @ParameterizedTest
    @CsvSource({"Responsable : la direction,A:RESPONSIBLE", "Échéance : mai,A:DUE", "Target: 12,A:TARGET"})
    void captionsWithAValueBelongToALine(String text, String key) {
        LineMark mark = MarkReader.read(text);
        assertThat(mark.kind()).isEqualTo(LineMarkKind.ATTRIBUTE);
        assertThat(mark.key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Objectifs à atteindre cette année",
                "Priorité transversale",
                "Action urgente pour la paix",
                "50e anniversaire",
                "2024-2025 est une année",
                "(2011) sur les droits",
                "10 ateliers",
                "1,5 million",
                "Orienter les personnes",
                "Axer le travail sur la paix",
                "12h30 dîner",
                "-5 degrés",
                "objectif 1 du plan"
            })
    void ordinaryWordsAnnounceNothing(String text) {
        assertThat(MarkReader.read(text).kind()).isEqualTo(LineMarkKind.NONE);
    }
}
