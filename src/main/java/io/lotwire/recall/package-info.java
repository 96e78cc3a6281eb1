/** Recalls lots: what is affected and who has it, who is told and over which way, what they answer, and who looks after it. */
package io.lotwire.recall;
