package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.reading.domain.ReadPlan.ReadCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a plan tells what an action depends on, and other text does not. */
class ConditionReaderTest {

    private final ConditionReader reader = new ConditionReader();

    private Commitment commitment(String text) {
        return ConditionReader.commitment(reader.read(text, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        IF_FUNDED            | Refaire le site s’il a les ressources financières nécessaires
        IF_FUNDED            | Engager une personne lorsque des financements additionnels sont obtenus
        IF_FUNDED            | Tenir un forum, sous réserve de financement
        IF_FUNDED            | Produire un film si une subvention est accordée
        IF_FUNDED            | Partir en mission si le budget le permet
        IF_FUNDED            | En fonction des capacités de levée de fonds, monter une exposition
        IF_FUNDED            | Traduire le guide conditionnellement à l’obtention de fonds
        IF_FUNDED            | Embaucher dès que les fonds seront disponibles
        IF_FUNDED            | Hire an organizer if funding is secured
        IF_FUNDED            | Host a gala, subject to funding
        IF_FUNDED            | Print the report pending grant approval
        IF_FUNDED            | Run a camp, funds permitting
        IF_FUNDED            | Acheter un camion, advenant l’obtention d’une subvention
        IF_FUNDED            | Monter une campagne d’affichage, si financée
        IF_FUNDED            | Projets conditionnels au financement
        ON_REQUEST           | Donner des formations sur demande
        ON_REQUEST           | Recevoir des groupes scolaires à leur demande
        ON_REQUEST           | Créer des ruelles vertes là où les résidents le demandent
        ON_REQUEST           | Animer des soirées à la demande des groupes
        ON_REQUEST           | Élaborer des projets selon les possibilités, les demandes des partenaires et les besoins
        ON_REQUEST           | Prendre la parole sur invitation
        ON_REQUEST           | Traduire des outils lorsqu’un partenaire en fait la demande
        ON_REQUEST           | Accompagner les comités qui en font la demande
        ON_REQUEST           | Deliver training upon request
        ON_REQUEST           | Speak when invited
        IF_SITUATION_CALLS   | Intervenir lorsque la situation l’exige
        IF_SITUATION_CALLS   | Lancer des appels dans des situations d'urgence
        IF_SITUATION_CALLS   | Publier des lettres en fonction de l’actualité
        IF_SITUATION_CALLS   | Revoir le plan au besoin
        IF_SITUATION_CALLS   | Réunir le comité si nécessaire
        IF_SITUATION_CALLS   | Issue statements when the situation calls for it
        IF_SITUATION_CALLS   | Convene the committee as needed
        IF_SITUATION_CALLS   | Ouvrir en cas de grand froid
        IF_SITUATION_CALLS   | Monter le feu de joie, si le service d’incendie le permet
        IF_SITUATION_CALLS   | Vendre le terrain sous réserve de l’accord de l’assemblée
        IF_SITUATION_CALLS   | Hold the picnic outdoors, weather permitting
        IF_CAPACITY_ALLOWS   | Repair bridges if volunteers are available
        IF_CAPACITY_ALLOWS   | Visiter les membres lorsque possible
        IF_CAPACITY_ALLOWS   | Tenir un kiosque en fonction des capacités de l’équipe
        IF_CAPACITY_ALLOWS   | Organiser une marche, dans la mesure du possible
        IF_CAPACITY_ALLOWS   | Écrire un livre si le temps le permet
        IF_CAPACITY_ALLOWS   | Attend meetings as capacity allows
        IF_CAPACITY_ALLOWS   | Translate the site, time permitting
        """)
    void aConditionWeakensThePromise(Commitment expected, String text) {
        assertThat(commitment(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Collaborer le plus possible avec les groupes concernés",
                "Renforcer les capacités de l’équipe",
                "Rédiger une demande de financement",
                "Évaluer les possibilités de diversifier le financement",
                "Développer la capacité de répondre aux appels de propositions",
                "Informer les membres en fonction des priorités actuelles",
                "Soutenir les personnes menacées en cas de répression",
                "Appuyer les demandes des travailleuses et des travailleurs",
                "Organiser une levée de fonds",
                "Selon les membres, organiser une levée de fonds",
                "Faire connaître la situation des travailleuses",
                "Build the capacity of members",
                "Apply for funding",
                "Raise funds for the mission",
                "Ouvrir l’atelier même si le financement n’est pas obtenu",
                "Réparer des vélos, que le budget le permette ou non",
                "Répondre à la demande croissante",
                "Offrir le service toute l’année, et pas seulement sur demande"
            })
    void otherWordsLeaveItFirm(String text) {
        assertThat(commitment(text)).isEqualTo(Commitment.FIRM);
    }

    @Test
    void severalConditionsGiveTheGravestCommitmentAndKeepTheirText() {
        var conditions = reader.read("Offrir des ateliers sur demande, en fonction des capacités.", false);
        assertThat(conditions)
                .containsExactly(
                        new ReadCondition(Commitment.ON_REQUEST, "sur demande", false),
                        new ReadCondition(Commitment.IF_CAPACITY_ALLOWS, "en fonction des capacités", false));
        assertThat(ConditionReader.commitment(conditions)).isEqualTo(Commitment.ON_REQUEST);
    }

    @Test
    void aConditionEndsWithItsSentence() {
        assertThat(commitment("Agir selon le plan. Les financements sont obtenus."))
                .isEqualTo(Commitment.FIRM);
    }

    @Test
    void inheritsOnlyConditionsOnTheList() {
        assertThat(reader.readForList("Nous agirons selon nos capacités. Voici le contexte."))
                .isEmpty();
        assertThat(reader.readForList("Si le financement est obtenu :"))
                .hasSize(1)
                .allMatch(ReadCondition::inherited);
        assertThat(reader.readForList("Ces activités auront lieu selon les disponibilités. Merci."))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Rédiger la demande (financement obtenu)., (financement obtenu)",
        "Refaire le site (terminé), (terminé)",
        "Publier le guide (réalisé en mai 2025), (réalisé en mai 2025)",
        "Hire staff (done), (done)",
        "Publier le guide (si le financement est obtenu),''",
        "Former le comité (qui fait la promotion),''",
        "Le financement obtenu sera partagé,''"
    })
    void wordsInBracketsProposeDone(String text, String words) {
        assertThat(reader.doneWords(text)).isEqualTo(words);
    }
}
