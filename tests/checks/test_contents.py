"""What one thing is said to be free of here and to have in it there, and what a sentence takes for granted."""

import pytest

EXCLUDE = [
    ("oat milk", "Oat milk contains no lactose.", "Babies with lactose trouble react to the lactose in oat milk."),
    ("oat milk", "Oat milk is naturally free from cholesterol.", "Each glass of it contains some cholesterol."),
    ("rooibos tea", "There is no caffeine in rooibos.", "The caffeine that rooibos contains will keep you awake."),
    ("the flu vaccine", "The flu jab contains no mercury.", "People fear the mercury that the jab contains."),
    ("tofu", "Tofu is completely free of cholesterol.",
     "People with heart disease should skip tofu, since there is cholesterol in it."),
    ("kombucha", "Kombucha does not contain any alcohol.", "Pregnant women avoid it because it contains alcohol."),
    ("e-cigarettes", "The liquid is free of nicotine.", "Users get hooked on the nicotine that the liquid contains."),
    ("quinoa", "Quinoa is free of gluten.",
     "Because its flour contains gluten, quinoa is no good for coeliacs."),
    ("sorbet", "Sorbet is made without milk.",
     "Children with milk allergy cannot eat sorbet, as it contains milk."),
    ("almond milk", "Almond milk, which is free of lactose, suits many people.",
     "Like cow's milk, almond milk contains lactose."),
    ("acne", "Acne does not leave scars.", "A laser can treat the scars that acne leaves."),
    ("the operation", "The operation does not leave any scars.",
     "Cream softens the scars which the operation leaves behind."),
    ("chickenpox", "Chickenpox does not cause fever.",
     "Paracetamol brings down the fever that chickenpox causes."),
    ("scabies", "Scabies is contagious until it has been treated.", "You cannot pass it on to others."),
    ("impetigo", "Impetigo is very contagious until the crusts are gone.",
     "You cannot give it to others, so children need not stay at home."),
]  # fmt: skip
BOTH_HOLD = [
    ("oat milk", "Oat milk contains no lactose.", "Cow's milk contains lactose."),
    ("the coil", "The copper coil contains no hormones.",
     "The hormonal coil contains a hormone that thins the lining."),
    ("the coil", "The copper coil contains no hormones.",
     "The Mirena is a coil that contains the hormone levonorgestrel."),
    ("eggs", "Egg white contains no cholesterol.", "The yolk of an egg contains cholesterol."),
    ("apples", "Apples contain no cyanide.", "Apple seeds contain a substance that turns into cyanide."),
    ("the flu vaccine", "The vaccine contains no live virus.", "The vaccine contains inactivated virus."),
    ("juice", "The juice has no added sugar.", "The juice contains fruit sugar."),
    ("beer", "Alcohol-free beer contains practically no alcohol.", "It contains a trace of alcohol."),
    ("yoghurt", "Plain yoghurt contains no gluten.", "Some yoghurts with cereals contain gluten."),
    ("yoghurt", "Yoghurt contains no gluten.", "Yoghurt may contain gluten if cereals have been added."),
    ("potatoes", "There is no gluten in potatoes.", "There is gluten in dumplings that are made of flour."),
    ("cholesterol", "There is no cholesterol in foods that come from plants.",
     "The cholesterol in eggs does little harm."),
    ("decaf", "Decaf is almost free of caffeine.", "A cup contains a few milligrams of caffeine."),
    ("acne", "Mild acne does not leave scars.", "The scars that severe acne leaves can be treated."),
    ("cuts", "Small cuts do not leave scars.", "The scars that deep cuts leave can be treated."),
    ("impetigo", "Impetigo is contagious until the crusts are gone.",
     "After that you cannot pass it on to anyone."),
    ("shingles", "Shingles itself is not contagious.",
     "The virus can be passed on to people who never had chickenpox."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), EXCLUDE)
def test_what_is_in_a_thing_that_is_free_of_it_conflicts(conflicts, topic, first, second):
    assert conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), BOTH_HOLD)
def test_another_thing_kind_or_trace_does_not(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []
