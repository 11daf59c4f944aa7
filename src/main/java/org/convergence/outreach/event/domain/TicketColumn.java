package org.convergence.outreach.event.domain;

import java.util.List;
import org.convergence.platform.imports.ImportColumn;

/** The columns of the lists of Zeffy and Eventbrite, by their titles in French and English; addresses stay out. */
public enum TicketColumn implements ImportColumn {
    ORDER(
            "numero de commande",
            "n de commande",
            "no de commande",
            "commande",
            "order",
            "order id",
            "order number",
            "numero de paiement",
            "n de paiement",
            "no de paiement",
            "payment id",
            "transaction id"),
    TICKET(
            "numero de billet",
            "n de billet",
            "no de billet",
            "billet n",
            "n de participant",
            "no de participant",
            "attendee",
            "attendee id",
            "ticket number",
            "ticket id",
            "ticket",
            "barcode",
            "barcode number"),
    GIVEN_NAME(
            "prenom",
            "prenom du participant",
            "prenom de l invite",
            "first name",
            "attendee first name",
            "guest first name"),
    FAMILY_NAME(
            "nom de famille",
            "nom",
            "nom de l invite",
            "last name",
            "surname",
            "attendee surname",
            "attendee last name",
            "guest last name"),
    FULL_NAME("prenom et nom", "nom complet", "nom du participant", "full name", "attendee name", "guest name"),
    BUYER("nom de l acheteur", "acheteur", "buyer name", "buyer", "entreprise", "company name"),
    BUYER_GIVEN_NAME("prenom de l acheteur", "buyer first name"),
    BUYER_FAMILY_NAME("nom de famille de l acheteur", "buyer last name", "buyer surname"),
    TYPE("type de billet", "tarif", "billet", "ticket type", "rate", "details"),
    QUANTITY("quantite", "nombre de billets", "quantity", "ticket quantity", "number of tickets"),
    AMOUNT(
            "montant total",
            "total paye",
            "montant paye",
            "montant",
            "total paid",
            "total amount",
            "amount",
            "total",
            "prix du billet",
            "ticket price"),
    REFUND("montant rembourse", "remboursement", "refund amount", "amount refunded", "refund"),
    CURRENCY("devise", "monnaie", "currency"),
    STATUS(
            "statut du participant",
            "statut du paiement",
            "statut du billet",
            "statut",
            "etat",
            "attendee status",
            "payment status",
            "order status",
            "status");

    private final List<String> titles;

    TicketColumn(String... titles) {
        this.titles = List.of(titles);
    }

    @Override
    public String key() {
        return "event.tickets.field." + name();
    }

    @Override
    public List<String> titles() {
        return titles;
    }
}
