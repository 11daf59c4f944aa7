package org.convergence.directory.people;

/** The kinds of organisations. */
public enum OrganisationKind {
    /** Centrale syndicale. */
    UNION_CENTRAL,
    /** Fédération. */
    FEDERATION,
    /** Conseil central, conseil régional. */
    REGIONAL_COUNCIL,
    /** Syndicat local. */
    LOCAL_UNION,
    /** Section locale. */
    UNION_SECTION,
    /** Comité. */
    COMMITTEE,
    /** Groupe populaire, organisation non gouvernementale. */
    COMMUNITY_GROUP,
    /** Coalition, table de concertation. */
    COALITION,
    /** Ministère, municipalité, organisme public. */
    PUBLIC_BODY,
    /** École, cégep, université. */
    SCHOOL,
    /** Média. */
    MEDIA,
    /** Bailleur de fonds. */
    FUNDER,
    /** Partenaire à l'étranger. */
    PARTNER_ABROAD,
    /** Any other. */
    OTHER;

    /** The message key of its name. */
    public String key() {
        return "people.organisation.value.kind." + name();
    }
}
