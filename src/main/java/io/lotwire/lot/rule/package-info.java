/** What an installation and its partners ask of lots: how codes are made, which facts they must have, what follows from a doubt. */
package io.lotwire.lot.rule;
