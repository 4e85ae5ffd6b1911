package org.muonframework.train.fused.kernel;

/**
 * The numbers of one step of Adam (Kingma and Ba, arXiv:1412.6980, end of section 2): m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1
 * − β₂) g², w ← w · kept − rate · m / (√v + ε).
 *
 * @param rate learning rate with the correction of the bias of both means
 * @param beta1 part of the gradient's running mean that is kept
 * @param beta2 part of the squared gradient's running mean that is kept
 * @param epsilon added to the root
 * @param l2 times the weight is added to its gradient
 * @param kept what decoupled decay leaves of a weight, 1 without (Loshchilov and Hutter, arXiv:1711.05101)
 */
public record AdamStep(float rate, float beta1, float beta2, float epsilon, float l2, float kept) {}
