package org.convergence.platform.shell;

/**
 * What a module shows to anyone, or is about to send: a bean of this type for each kind of record. When a person is
 * sealed, {@link WithheldRecords} searches these words for the person's name.
 *
 * @param sql a SELECT, in the module's own tables and the views of others, with the columns id (the record, as
 *     in the address of its public page), page (of its record here, on which is told why it is withheld; {@code NULL} for a
 *     letter) and words
 */
public record PublicWords(String sql) {}
