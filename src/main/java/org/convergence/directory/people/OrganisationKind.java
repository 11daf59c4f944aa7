package org.convergence.directory.people;

/** The kinds of organisations that one works with. */
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
    /** Comité of an organisation or of several. */
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

    /** Key of its name in the messages. */
    public String key() {
        return "people.organisation.value.kind." + name();
    }
}
