package org.convergence.directory.people;

/**
 * References from a module's rows to people or organisations: what happens when two records are merged, when a merge is
 * undone, when a person is erased or asks for their data. A bean is either the {@link IdentityReferences} that a module
 * declares table by table, or one {@link IdentityReference} with its own code.
 */
public sealed interface ReferenceSource permits IdentityReference, IdentityReferences {}
