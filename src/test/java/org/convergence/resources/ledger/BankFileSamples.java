package org.convergence.resources.ledger;

/** Files in the formats of the usual institutions, with invented lines. */
public final class BankFileSamples {

    private BankFileSamples() {}

    /** No titles; institution, account, kind, day, number, text, cheque, withdrawal, deposit, …, balance. */
    public static final String DESJARDINS = """
            "Caisse du Vieux-Port","123456","EOP","2026/02/02",00001,"Frais mensuels d'utilisation","",7.95,"","","","","",4992.05
            "Caisse du Vieux-Port","123456","EOP","2026/02/03",00002,"Dépôt au comptoir","","",820.50,"","","","",5812.55
            "Caisse du Vieux-Port","123456","EOP","2026/02/03",00003,"Virement Interac de /Syndicat de l'Erable F-2026-0001","","",500.00,"","","","",6312.55
            "Caisse du Vieux-Port","123456","EOP","2026/02/05",00004,"Chèque","000212",450.25,"","","","","",5862.30
            "Caisse du Vieux-Port","123456","EOP","2026/02/06",00005,"Virement Interac de /Centrale du Fleuve","","",120.00,"","","","",5982.30
            "Caisse du Vieux-Port","123456","EOP","2026/02/06",00006,"Virement Interac de /Centrale du Fleuve","","",120.00,"","","","",6102.30
            """;

    /** Semicolons, a decimal comma, the newest first, in Windows-1252. */
    public static final String NATIONALE = """
            Date;Description;Catégorie;Débit;Crédit;Solde
            2026-02-06;DÉPÔT DIRECT CENTRALE DU FLEUVE;Revenus;;1 120,00;6 982,30
            2026-02-05;CHÈQUE 212;Dépenses;450,25;;5 862,30
            2026-02-03;VIREMENT INTERAC SYNDICAT DE L'ÉRABLE;Revenus;;500,00;6 312,55
            """;

    /** Two texts, a column for each currency, the month first. */
    public static final String ROYALE = """
            "Account Type","Account Number","Transaction Date","Cheque Number","Description 1","Description 2","CAD$","USD$"
            Chequing,01234-1234567,2/3/2026,,"E-TRANSFER","SYNDICAT ERABLE",500.00,
            Chequing,01234-1234567,2/5/2026,212,"CHEQUE","",-450.25,
            Chequing,01234-1234567,2/16/2026,,"WIRE","RED SOLIDARIA",,300.00
            """;

    /** A line above the titles, days of eight figures, signed amounts. */
    public static final String MONTREAL = """
            Following data is valid as of 20260210091500 (Year/Month/Day/Hour/Minute/Second)

            First Bank Card,Transaction Type,Date Posted, Transaction Amount,Description
            '500766******1234',CREDIT,20260203,500.0,[CK]INTERAC ETRNSFR SYNDICAT ERABLE
            '500766******1234',DEBIT,20260205,-450.25,[CW]CHEQUE 212
            """;

    /** No titles, month first, debit, credit, balance. */
    public static final String TORONTO_DOMINION = """
            02/03/2026,E-TRANSFER SYNDICAT ERABLE,,500.00,6312.55
            02/05/2026,CHQ#00212-5551,450.25,,5862.30
            02/13/2026,DIRECT DEPOSIT CENTRALE DU FLEUVE,,120.00,5982.30
            """;

    /** No titles, a signed amount, texts on two columns. */
    public static final String SCOTIA = """
            2/3/2026,500.00,"-","DEPOT","VIREMENT SYNDICAT DE L'ERABLE"
            2/5/2026,-450.25,"-","CHEQUE","212"
            2/13/2026,120.00,"-","DEPOT","CENTRALE DU FLEUVE"
            """;
}
