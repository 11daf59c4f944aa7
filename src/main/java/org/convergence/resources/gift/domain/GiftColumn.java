package org.convergence.resources.gift.domain;

import java.util.List;
import org.convergence.platform.imports.ImportColumn;

/** The columns of the list of a gift site such as Zeffy, by their titles in French and English. */
public enum GiftColumn implements ImportColumn {
    REFERENCE(
            "numero de paiement",
            "n de paiement",
            "no de paiement",
            "numero de transaction",
            "reference",
            "numero de recu",
            "no de recu",
            "payment id",
            "payment number",
            "transaction id",
            "donation id",
            "receipt number",
            "receipt id"),
    DAY(
            "date du paiement",
            "date de paiement",
            "date du don",
            "date",
            "date utc",
            "payment date",
            "donation date",
            "date received",
            "created at"),
    GIVEN_NAME("prenom", "first name", "given name", "donor first name"),
    FAMILY_NAME("nom de famille", "nom", "name", "last name", "surname", "donor last name"),
    FULL_NAME("prenom et nom", "nom complet", "donateur", "donatrice", "full name", "donor", "donor name"),
    ORGANISATION(
            "entreprise",
            "nom de l entreprise",
            "organisme",
            "organisation",
            "company",
            "company name",
            "organization"),
    MAIL("courriel", "adresse courriel", "email", "e mail", "email address", "donor email"),
    AMOUNT(
            "montant du don",
            "montant total",
            "montant",
            "donation amount",
            "total amount",
            "amount",
            "total paid",
            "total"),
    REFUND("montant rembourse", "remboursement", "refund amount", "amount refunded", "refund"),
    CURRENCY("devise", "monnaie", "currency"),
    STATUS("statut du paiement", "statut", "etat", "payment status", "status"),
    METHOD("mode de paiement", "methode de paiement", "payment method", "payment type"),
    CAMPAIGN(
            "campagne",
            "titre de la campagne",
            "titre du formulaire",
            "campaign",
            "campaign title",
            "form title",
            "fund");

    private final List<String> titles;

    GiftColumn(String... titles) {
        this.titles = List.of(titles);
    }

    @Override
    public String key() {
        return "gift.import.field." + name();
    }

    @Override
    public List<String> titles() {
        return titles;
    }
}
